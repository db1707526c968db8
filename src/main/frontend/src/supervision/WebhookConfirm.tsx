import { InlineNotification, Modal } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createPortal } from "react-dom";
import { deleteWebhook, rotateSecret, type Webhook } from "../api/webhooks";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";

type WebhookConfirmProps = {
  webhook: Webhook;
  act: "rotate" | "delete";
  onClose: () => void;
  onMade: (secret: string) => void;
};

/** Asks before what its receiver would notice: another secret, or none of its calls any more. */
export function WebhookConfirm({ webhook, act, onClose, onMade }: WebhookConfirmProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const { id, url } = webhook;
  const run = useMutation({
    mutationFn: async () => {
      if (act === "rotate") return (await rotateSecret(id)).secret;
      await deleteWebhook(id);
      return null;
    },
    onSuccess: (secret) => {
      onClose();
      if (secret !== null) onMade(secret);
      else toast("success", t("webhooks.deleted", { url }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.webhooks }),
  });
  return createPortal(
    <Modal
      open
      danger
      size="xs"
      modalHeading={t(act === "rotate" ? "webhooks.rotateAsk" : "webhooks.deleteAsk")}
      primaryButtonText={t(act === "rotate" ? "webhooks.rotate" : "webhooks.delete")}
      primaryButtonDisabled={run.isPending}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => run.mutate()}
      data-testid="webhook-confirm"
    >
      <div className="alert-form">
        <p className="webhook__url">{url}</p>
        <p>{t(act === "rotate" ? "webhooks.rotateDetail" : "webhooks.deleteDetail")}</p>
        {run.isError && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={t("webhooks.notSaved")}
            subtitle={errorWords(run.error, t)}
          />
        )}
      </div>
    </Modal>,
    document.body,
  );
}
