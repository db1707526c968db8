import { WarningAltFilled } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { block, type CustomerCard, unblock } from "../../api/customers";
import type { Conversation, Me } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { errorWords, reasonWords } from "../../i18n/reasons";
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
  const again = useMutation({
    mutationFn: (reason: string) => block(page.id, customer.id, reason),
    onSuccess: (card) => applyCard(client, card),
    onError: (error) => toast("error", t("customer.failed"), errorWords(error, t)),
  });
  const blocked = data?.blocked ?? null;
  const facebook = data?.facebook ?? null;
  if (blocked === null)
    return facebook === null ? null : (
      <section className="blocked" data-testid="unblocking">
        <AtFacebook facebook={facebook} blocked={false} onAgain={() => call.mutate()} waits={call.isPending} />
      </section>
    );
  return (
    <section className="blocked" data-testid="blocked">
      <p className="blocked__title">
        <WarningAltFilled size={16} />
        {t("block.is")}
      </p>
      <p>{blocked.reason}</p>
      <p className="details__id">{t("block.by", { name: blocked.by.name ?? "–", when: formats.moment(blocked.at) })}</p>
      {facebook !== null && (
        <AtFacebook facebook={facebook} blocked onAgain={() => again.mutate(blocked.reason)} waits={again.isPending} />
      )}
      <Button kind="tertiary" size="sm" onClick={() => call.mutate()} disabled={call.isPending} data-testid="unblock">
        {t("block.undo")}
      </Button>
    </section>
  );
}

type AtFacebookProps = {
  facebook: NonNullable<CustomerCard["facebook"]>;
  blocked: boolean;
  waits: boolean;
  onAgain: () => void;
};

/** Whether Facebook knows of it, and if not, why. */
function AtFacebook({ facebook: { state, code, reason }, blocked, waits, onAgain }: AtFacebookProps) {
  const { t } = useI18n();
  const why = reasonWords(code, reason, t);
  const refused = state === "REFUSED";
  return (
    <div className="blocked__facebook" role="status" data-testid="block-facebook" data-state={state}>
      <p className={refused ? "blocked__refused" : ""}>
        {t(blocked ? `block.facebook.${state}` : refused ? "block.facebook.stillBlocked" : "block.facebook.unblocking")}
      </p>
      {why !== null && <p>{why}</p>}
      {refused && (
        <Button kind="ghost" size="sm" onClick={onAgain} disabled={waits} data-testid="block-again">
          {t("block.facebook.again")}
        </Button>
      )}
    </div>
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
