import { Checkmark, Copy } from "@carbon/icons-react";
import { Button, Modal } from "@carbon/react";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useI18n } from "../i18n/i18n";

/** A webhook's new secret, which nobody can see again. */
export function SecretMade({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useI18n();
  const [copied, setCopied] = useState(false);
  // Browsers let pages copy in safe surroundings only; elsewhere it is marked and copied by hand.
  const copy = () => void navigator.clipboard?.writeText(secret).then(() => setCopied(true));
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
      selectorPrimaryFocus="#copy-secret"
      data-testid="webhook-secret"
    >
      <div className="alert-form">
        <p>{t("webhooks.secretLead")}</p>
        <div className="alert-form__secret">
          <code>{secret}</code>
          <Button
            id="copy-secret"
            kind="tertiary"
            size="sm"
            renderIcon={copied ? Checkmark : Copy}
            onClick={copy}
            data-testid="copy-secret"
          >
            {t(copied ? "webhooks.secretCopied" : "webhooks.copySecret")}
          </Button>
        </div>
        <p className="alert-form__lead">{t("webhooks.secretHow")}</p>
      </div>
    </Modal>,
    document.body,
  );
}
