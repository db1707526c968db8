import { WarningAltFilled } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changeCard, unblock } from "../../api/customers";
import type { Conversation, Me } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { errorWords } from "../../i18n/reasons";
import { applyCard, cardQuery, fieldsQuery } from "../../live/customers";
import { mayDefineFields } from "../../shell/roles";
import { useToast } from "../../shell/Toasts";
import { BlockDialog } from "./BlockDialog";
import { FieldsDialog } from "./FieldsDialog";
import { FieldValue } from "./FieldValue";
import { TagList } from "./TagList";

type Changes = Parameters<typeof changeCard>[2];

/** What colleagues keep about the customer, at this Page. */
export function CustomerPanel({ me, conversation }: { me: Me; conversation: Conversation }) {
  const { t, formats } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const { page, customer } = conversation;
  const card = useQuery(cardQuery(page.id, customer.id));
  const fields = useQuery(fieldsQuery);
  const [open, setOpen] = useState<"block" | "fields" | null>(null);
  const call = useMutation({
    mutationFn: (changes: Changes | "unblock") =>
      changes === "unblock" ? unblock(page.id, customer.id) : changeCard(page.id, customer.id, changes),
    onSuccess: (changed) => applyCard(client, changed),
    onError: (error) => toast("error", t("customer.failed"), errorWords(error, t)),
  });
  if (card.data === undefined) return null;
  const { tags, blocked } = card.data;
  const defined = fields.data?.fields ?? [];

  return (
    <>
      {blocked !== null && (
        <section className="blocked" data-testid="blocked">
          <p className="blocked__title">
            <WarningAltFilled size={16} />
            {t("block.is")}
          </p>
          <p>{blocked.reason}</p>
          <p className="details__id">
            {t("block.by", { name: blocked.by.name ?? "–", when: formats.moment(blocked.at) })}
          </p>
          <Button kind="tertiary" size="sm" onClick={() => call.mutate("unblock")} data-testid="unblock">
            {t("block.undo")}
          </Button>
        </section>
      )}
      <TagList
        id={`customer-tags-${customer.id}`}
        title={t("customer.tags")}
        type="purple"
        tags={tags}
        offered={[]}
        fixed={false}
        onAdd={(tag) => call.mutate({ tags: [...tags, tag] })}
        onRemove={(gone) => call.mutate({ tags: tags.filter((tag) => tag !== gone) })}
        data-testid="customer-tags"
      />
      {(defined.length > 0 || mayDefineFields(me)) && (
        <section data-testid="customer-fields">
          <h3 className="details__heading">{t("customer.fields")}</h3>
          {defined.map((field) => (
            <FieldValue
              key={`${field.id} ${card.data.fields[field.id] ?? ""}`}
              field={field}
              value={card.data.fields[field.id] ?? ""}
              onChange={(value) => call.mutate({ fields: { [field.id]: value === "" ? null : value } })}
            />
          ))}
          {mayDefineFields(me) && (
            <Button kind="ghost" size="sm" onClick={() => setOpen("fields")} data-testid="define-fields">
              {t("fields.define")}
            </Button>
          )}
        </section>
      )}
      {blocked === null && (
        <Button kind="danger--ghost" size="sm" onClick={() => setOpen("block")} data-testid="block">
          {t("block.do")}
        </Button>
      )}
      {open === "block" && <BlockDialog conversation={conversation} me={me} onClose={() => setOpen(null)} />}
      {open === "fields" && fields.data !== undefined && (
        <FieldsDialog known={fields.data} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
