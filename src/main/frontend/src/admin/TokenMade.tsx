import { CodeSnippet, Modal } from "@carbon/react";
import { createPortal } from "react-dom";
import { useI18n } from "../i18n/i18n";

/** A new token, which nobody can see again. */
export function TokenMade({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useI18n();
  return createPortal(
    <Modal
      open
      size="sm"
      modalHeading={t("tokens.madeTitle")}
      primaryButtonText={t("tokens.done")}
      closeButtonLabel={t("app.close")}
      preventCloseOnClickOutside
      onRequestClose={onClose}
      onRequestSubmit={onClose}
      data-testid="token-made"
    >
      <div className="admin-form">
        <p>{t("tokens.madeLead")}</p>
        <CodeSnippet
          type="single"
          className="token-secret"
          aria-label={t("tokens.copy")}
          copyButtonDescription={t("tokens.copy")}
          feedback={t("tokens.copied")}
        >
          {secret}
        </CodeSnippet>
      </div>
    </Modal>,
    document.body,
  );
}
