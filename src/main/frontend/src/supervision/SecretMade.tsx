import { CodeSnippet, Modal } from "@carbon/react";
import { createPortal } from "react-dom";
import { useI18n } from "../i18n/i18n";

/** A webhook's new secret, which nobody can see again. */
export function SecretMade({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useI18n();
  return createPortal(
    <Modal
      open
      size="sm"
      modalHeading={t("webhooks.secretTitle")}
      primaryButtonText={t("webhooks.secretKept")}
      closeButtonLabel={t("app.close")}
      preventCloseOnClickOutside
      onRequestClose={onClose}
      onRequestSubmit={onClose}
      data-testid="webhook-secret"
    >
      <div className="alert-form">
        <p>{t("webhooks.secretLead")}</p>
        <CodeSnippet
          type="multi"
          wrapText
          showMoreText=""
          showLessText=""
          className="alert-form__secret"
          aria-label={t("webhooks.copySecret")}
          copyButtonDescription={t("webhooks.copySecret")}
          feedback={t("tokens.copied")}
        >
          {secret}
        </CodeSnippet>
        <p className="alert-form__lead">{t("webhooks.secretHow")}</p>
      </div>
    </Modal>,
    document.body,
  );
}
