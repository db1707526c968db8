import { Modal } from "@carbon/react";
import { createPortal } from "react-dom";
import type { User } from "../api/admin";
import { useI18n } from "../i18n/i18n";
import { SessionList } from "./SessionList";

/** Where a user is signed in, for an administrator who may have to end it. */
export function SessionsDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useI18n();
  return createPortal(
    <Modal
      open
      passiveModal
      size="sm"
      modalHeading={t("users.sessionsOf", { name: user.name })}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      data-testid="sessions-dialog"
    >
      <SessionList user={user.id} />
    </Modal>,
    document.body,
  );
}
