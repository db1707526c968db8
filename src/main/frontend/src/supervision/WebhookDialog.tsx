import { InlineNotification, Modal, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { addWebhook, changeWebhook, type Webhook } from "../api/webhooks";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";
import { addressFault } from "./webhookWords";

const LONGEST = 2_000;

type WebhookDialogProps = { webhook?: Webhook; onClose: () => void; onMade: (secret: string) => void };

/** Adds a webhook, or changes where one leads to. */
export function WebhookDialog({ webhook, onClose, onMade }: WebhookDialogProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const [url, setUrl] = useState(webhook?.url ?? "");
  const fault = addressFault(url);
  const save = useMutation({
    mutationFn: () => (webhook === undefined ? addWebhook(url.trim()) : changeWebhook(webhook.id, { url: url.trim() })),
    onSuccess: ({ secret }) => {
      onClose();
      if (secret !== null) onMade(secret);
      else toast("success", t("webhooks.changed"));
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.webhooks }),
  });
  const unusable = fault === "none" || fault === "wrong" || save.isPending;
  return createPortal(
    <Modal
      open
      size="sm"
      modalHeading={t(webhook === undefined ? "webhooks.new" : "webhooks.changeTitle")}
      primaryButtonText={t(webhook === undefined ? "webhooks.add" : "limits.save")}
      primaryButtonDisabled={unusable}
      secondaryButtonText={t("control.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => !unusable && save.mutate()}
      selectorPrimaryFocus="#webhook-url"
      shouldSubmitOnEnter
      data-testid="webhook-dialog"
    >
      <div className="alert-form">
        <TextInput
          id="webhook-url"
          type="url"
          labelText={t("webhooks.url")}
          helperText={t("webhooks.urlHelp")}
          placeholder="https://"
          maxLength={LONGEST}
          value={url}
          invalid={fault === "wrong"}
          invalidText={t("webhooks.urlWrong")}
          warn={fault === "open"}
          warnText={t("webhooks.urlOpen")}
          onChange={(event) => setUrl(event.target.value)}
        />
        {save.isError && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={t("webhooks.notSaved")}
            subtitle={errorWords(save.error, t)}
          />
        )}
      </div>
    </Modal>,
    document.body,
  );
}
