import { Modal } from "@carbon/react";
import { useI18n } from "../i18n/i18n";

type SignOutDialogProps = { unsent: number; onClose: () => void; onLeave: () => void };

/** Asks who would sign out while answers are not sent: they go with the session. */
export default function SignOutDialog({ unsent, onClose, onLeave }: SignOutDialogProps) {
  const { t, tn } = useI18n();
  return (
    <Modal
      open
      danger
      size="xs"
      modalHeading={tn("unsent.banner", unsent)}
      primaryButtonText={t("signOut.anyway")}
      secondaryButtonText={t("resolve.back")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={onLeave}
      data-testid="sign-out-dialog"
    >
      <p>{t("signOut.text")}</p>
    </Modal>
  );
}
