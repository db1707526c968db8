import { InlineNotification, Modal, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { eraseCustomer } from "../api/privacy";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { customerIds } from "./customerIds";
import { DELETIONS_KEY } from "./DeletionList";

/** Erases a customer who asked for it by letter or in a conversation. */
export function EraseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const ids = customerIds(typed);
  const [id] = ids ?? [];
  const call = useMutation({
    mutationFn: eraseCustomer,
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: DELETIONS_KEY }),
  });
  return createPortal(
    <Modal
      open
      danger
      size="sm"
      modalHeading={t("privacy.eraseTitle")}
      primaryButtonText={t("privacy.eraseDo")}
      primaryButtonDisabled={ids?.length !== 1 || call.isPending}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => {
        if (id !== undefined) call.mutate(id);
      }}
      data-testid="erase-dialog"
    >
      <p>{t("privacy.eraseText")}</p>
      <TextInput
        id="erase-customer"
        labelText={t("privacy.customer")}
        helperText={t("privacy.customerHelp")}
        value={typed}
        invalid={ids === null || ids.length > 1}
        invalidText={t("privacy.customerBad")}
        onChange={(event) => setTyped(event.target.value)}
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
