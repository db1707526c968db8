import { Button, InlineNotification, Modal, TableCell, TableRow } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { Link } from "react-router";
import { block, type CustomerCard, unblock } from "../api/customers";
import { useI18n } from "../i18n/i18n";
import { errorWords, reasonWords } from "../i18n/reasons";
import { applyCard } from "../live/customers";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";

/** Somebody who is blocked, by whom and why, and whether Facebook knows. */
export function BlockedRow({ card, name, pageName }: { card: CustomerCard; name: string; pageName: string }) {
  const { t, formats } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [asks, setAsks] = useState(false);
  const { page, id, blocked, facebook } = card;
  const settled = () => client.invalidateQueries({ queryKey: keys.blocked });
  const again = useMutation({
    mutationFn: () => (blocked === null ? unblock(page, id) : block(page, id, blocked.reason)),
    onSuccess: (told) => applyCard(client, told),
    onError: (error) => toast("error", t("customer.failed"), errorWords(error, t)),
    onSettled: settled,
  });
  const untold = facebook === null || facebook.state === "REFUSED";
  const why = facebook === null ? null : reasonWords(facebook.code, facebook.reason, t);
  return (
    <TableRow data-testid="blocked-row" data-id={id}>
      <TableCell>
        <Link to={`/supervision/recordings?customer=${encodeURIComponent(name)}`} className="board__name">
          {name}
        </Link>
        <span className="board__aside">{pageName}</span>
      </TableCell>
      <TableCell>
        {blocked === null ? (
          t("blocked.noMore")
        ) : (
          <>
            {blocked.by.name ?? "–"}
            <time className="board__aside" dateTime={blocked.at}>
              {formats.full(blocked.at)}
            </time>
          </>
        )}
      </TableCell>
      <TableCell className="blocked-reason">{blocked?.reason ?? "–"}</TableCell>
      <TableCell data-testid="blocked-facebook" data-state={facebook?.state ?? "UNTOLD"}>
        {facebook === null
          ? t("blocked.untold")
          : t(
              blocked !== null
                ? `block.facebook.${facebook.state}`
                : facebook.state === "REFUSED"
                  ? "block.facebook.stillBlocked"
                  : "block.facebook.unblocking",
            )}
        {why !== null && <span className="board__aside">{why}</span>}
      </TableCell>
      <TableCell>
        <div className="blocked-acts">
          {untold && (
            <Button
              kind="ghost"
              size="sm"
              onClick={() => again.mutate()}
              disabled={again.isPending}
              aria-label={t("blocked.againNamed", { name })}
              data-testid="tell-again"
            >
              {t("block.facebook.again")}
            </Button>
          )}
          {blocked !== null && (
            <Button
              kind="tertiary"
              size="sm"
              onClick={() => setAsks(true)}
              aria-label={t("blocked.unblockNamed", { name })}
              data-testid="unblock"
            >
              {t("block.undo")}
            </Button>
          )}
        </div>
        {asks && <Confirm card={card} name={name} onClose={() => setAsks(false)} />}
      </TableCell>
    </TableRow>
  );
}

/** What was written while they were blocked is not brought back. */
function Confirm({ card: { page, id }, name, onClose }: { card: CustomerCard; name: string; onClose: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const call = useMutation({
    mutationFn: () => unblock(page, id),
    onSuccess: (card) => {
      applyCard(client, card);
      onClose();
      toast("success", t("blocked.unblocked", { name }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.blocked }),
  });
  return createPortal(
    <Modal
      open
      size="xs"
      modalHeading={t("blocked.ask", { name })}
      primaryButtonText={t("block.undo")}
      primaryButtonDisabled={call.isPending}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => call.mutate()}
      data-testid="unblock-confirm"
    >
      <p>{t("blocked.askDetail")}</p>
      {call.isError && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t("customer.failed")}
          subtitle={errorWords(call.error, t)}
        />
      )}
    </Modal>,
    document.body,
  );
}
