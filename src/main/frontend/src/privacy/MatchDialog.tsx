import { Checkbox, InlineNotification, Modal, TextArea } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { type Deletion, matchDeletion } from "../api/privacy";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { customerIds } from "./customerIds";
import { DELETIONS_KEY } from "./DeletionList";

type MatchDialogProps = { deletion: Deletion; onClose: () => void };

/** Says which customers a person is whom Meta's number does not lead to, or that nothing is held of them. */
export function MatchDialog({ deletion, onClose }: MatchDialogProps) {
  const { t, tn } = useI18n();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const [nobody, setNobody] = useState(false);
  const ids = nobody ? [] : customerIds(typed);
  const ready = nobody || (ids !== null && ids.length > 0);
  const call = useMutation({
    mutationFn: () => matchDeletion(deletion.code, ids ?? []),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: DELETIONS_KEY }),
  });
  return createPortal(
    <Modal
      open
      danger={!nobody}
      size="sm"
      modalHeading={t("privacy.matchTitle")}
      primaryButtonText={nobody ? t("privacy.matchNone") : tn("privacy.matchErase", ids?.length ?? 0)}
      primaryButtonDisabled={!ready || call.isPending}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => call.mutate()}
      data-testid="match-dialog"
    >
      <p>{t("privacy.matchText", { id: deletion.person ?? "–" })}</p>
      <TextArea
        id="deletion-customers"
        labelText={t("privacy.customers")}
        helperText={t("privacy.customersHelp")}
        rows={3}
        value={typed}
        disabled={nobody}
        invalid={ids === null}
        invalidText={t("privacy.customersBad")}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Checkbox
        id="deletion-nobody"
        labelText={t("privacy.nobody")}
        checked={nobody}
        onChange={(_, { checked }) => setNobody(checked)}
      />
      {call.isError && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t("remedy.failed")}
          subtitle={errorWords(call.error, t)}
        />
      )}
    </Modal>,
    document.body,
  );
}
