import { Modal } from "@carbon/react";
import { createPortal } from "react-dom";
import { useStudio } from "../words";

/** Asks before changes are left behind that the server did not take. */
export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { w, t } = useStudio();
  return createPortal(
    <Modal
      open
      danger
      size="xs"
      modalHeading={w("leave.title")}
      primaryButtonText={w("leave.leave")}
      secondaryButtonText={w("leave.stay")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onStay}
      onRequestSubmit={onLeave}
    >
      <p>{w("leave.detail")}</p>
    </Modal>,
    document.body,
  );
}
