import { Button } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { changeCard } from "../../api/customers";
import type { Conversation, Me } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { errorWords } from "../../i18n/reasons";
import { applyCard, cardQuery, fieldsQuery } from "../../live/customers";
import { mayDefineFields } from "../../shell/roles";
import { useToast } from "../../shell/Toasts";
import { FieldValue } from "./FieldValue";
import { TagList } from "./TagList";

const FieldsDialog = lazy(() => import("./FieldsDialog"));

/** What colleagues keep about the customer, at this Page. */
export function CustomerPanel({ me, conversation: { page, customer } }: { me: Me; conversation: Conversation }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const card = useQuery(cardQuery(page.id, customer.id));
  const fields = useQuery(fieldsQuery);
  const [defining, setDefining] = useState(false);
  const call = useMutation({
    mutationFn: (changes: Parameters<typeof changeCard>[2]) => changeCard(page.id, customer.id, changes),
    onSuccess: (changed) => applyCard(client, changed),
    onError: (error) => toast("error", t("customer.failed"), errorWords(error, t)),
  });
  if (card.data === undefined) return null;
  const { tags, fields: values } = card.data;
  const defined = fields.data?.fields ?? [];
  return (
    <>
      <TagList
        id={`customer-tags-${customer.id}`}
        title={t("customer.tags")}
        type="purple"
        tags={tags}
        offered={[]}
        fixed={false}
        onAdd={(tag) => call.mutate({ addTags: [tag] })}
        onRemove={(gone) => call.mutate({ removeTags: [gone] })}
        data-testid="customer-tags"
      />
      {(defined.length > 0 || mayDefineFields(me)) && (
        <section data-testid="customer-fields">
          <h3 className="details__heading">{t("customer.fields")}</h3>
          {defined.map((field) => (
            <FieldValue
              key={field.id}
              field={field}
              value={values[field.id] ?? ""}
              onChange={(value) => call.mutate({ fields: { [field.id]: value === "" ? null : value } })}
            />
          ))}
          {mayDefineFields(me) && (
            <Button kind="ghost" size="sm" onClick={() => setDefining(true)} data-testid="define-fields">
              {t("fields.define")}
            </Button>
          )}
        </section>
      )}
      {defining && fields.data !== undefined && (
        <Suspense fallback={null}>
          <FieldsDialog known={fields.data} onClose={() => setDefining(false)} />
        </Suspense>
      )}
    </>
  );
}
