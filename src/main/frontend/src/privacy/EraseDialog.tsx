import { InlineNotification, Modal } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { eraseCustomer } from "../api/privacy";
import type { Named } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { useToast } from "../shell/Toasts";
import { CustomerSearch } from "./CustomerSearch";
import { DELETIONS_KEY } from "./DeletionList";

/** Erases a customer who asked for it by letter or in a conversation; one that is known, or is found by name. */
export function EraseDialog({ known, onClose }: { known?: Named; onClose: () => void }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [found, setFound] = useState<Named | null>(known ?? null);
  const call = useMutation({
    mutationFn: eraseCustomer,
    onSuccess: () => {
      toast("success", t("privacy.begun", { name: found?.name ?? "" }), t("privacy.takes"));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: DELETIONS_KEY }),
  });
  return createPortal(
    <Modal
      open
      danger
      size="sm"
      modalHeading={known === undefined ? t("privacy.eraseTitle") : t("privacy.eraseNamed", { name: known.name })}
      primaryButtonText={t("privacy.eraseDo")}
      primaryButtonDisabled={found === null || call.isPending}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => {
        if (found !== null) call.mutate(found.id);
      }}
      data-testid="erase-dialog"
    >
      <p className="dialog__lead">
        {t("privacy.eraseText")} {t("privacy.takes")}
      </p>
      {known === undefined && <CustomerSearch chosen={found} onChoose={setFound} />}
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
