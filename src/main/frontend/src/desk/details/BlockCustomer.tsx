import { WarningAltFilled } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { unblock } from "../../api/customers";
import type { Conversation, Me } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { errorWords } from "../../i18n/reasons";
import { applyCard, cardQuery } from "../../live/customers";
import { useToast } from "../../shell/Toasts";
import { BlockDialog } from "./BlockDialog";

/** That the customer is blocked, by whom and why; nothing where they are not. */
export function Blocked({ conversation: { page, customer } }: { conversation: Conversation }) {
  const { t, formats } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const { data } = useQuery(cardQuery(page.id, customer.id));
  const call = useMutation({
    mutationFn: () => unblock(page.id, customer.id),
    onSuccess: (card) => applyCard(client, card),
    onError: (error) => toast("error", t("customer.failed"), errorWords(error, t)),
  });
  const blocked = data?.blocked ?? null;
  if (blocked === null) return null;
  return (
    <section className="blocked" data-testid="blocked">
      <p className="blocked__title">
        <WarningAltFilled size={16} />
        {t("block.is")}
      </p>
      <p>{blocked.reason}</p>
      <p className="details__id">{t("block.by", { name: blocked.by.name ?? "–", when: formats.moment(blocked.at) })}</p>
      <Button kind="tertiary" size="sm" onClick={() => call.mutate()} disabled={call.isPending} data-testid="unblock">
        {t("block.undo")}
      </Button>
    </section>
  );
}

/** Asks why before it blocks. */
export function BlockButton({ me, conversation }: { me: Me; conversation: Conversation }) {
  const { t } = useI18n();
  const { page, customer } = conversation;
  const { data } = useQuery(cardQuery(page.id, customer.id));
  const [open, setOpen] = useState(false);
  if (data === undefined || data.blocked !== null) return null;
  return (
    <>
      <Button kind="danger--ghost" size="sm" onClick={() => setOpen(true)} data-testid="block">
        {t("block.do")}
      </Button>
      {open && <BlockDialog conversation={conversation} me={me} onClose={() => setOpen(false)} />}
    </>
  );
}
