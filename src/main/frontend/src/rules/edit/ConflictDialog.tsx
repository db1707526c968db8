import { Modal } from "@carbon/react";
import { createPortal } from "react-dom";
import { useNavigate } from "react-router";
import { type DraftFile, meanwhileOf } from "../../api/ruleTables";
import { useStudio } from "../words";
import { useDraftCalls } from "./useDraftCalls";
import type { useSaving } from "./useSaving";

type ConflictDialogProps = { saving: ReturnType<typeof useSaving>; draft: DraftFile; onReload: () => void };

/** Somebody else has saved the draft, or it is gone: nothing of either is lost without being asked. */
export function ConflictDialog({ saving, draft, onReload }: ConflictDialogProps) {
  const { w, t, formats } = useStudio();
  const navigate = useNavigate();
  const { create } = useDraftCalls(draft.table);
  const gone = saving.state === "gone";
  const meanwhile = meanwhileOf(saving.refusal);
  const when = meanwhile?.at === undefined ? "–" : formats.moment(meanwhile.at);
  return createPortal(
    <Modal
      open
      size="sm"
      preventCloseOnClickOutside
      modalHeading={
        gone ? w("conflict.goneTitle") : w("conflict.title", { who: meanwhile?.by?.name ?? w("conflict.somebody") })
      }
      primaryButtonText={w("conflict.own")}
      primaryButtonDisabled={create.isPending}
      secondaryButtonText={w(gone ? "conflict.drop" : "conflict.theirs")}
      closeButtonLabel={t("app.close")}
      // Closing it decides nothing: it is asked until it is answered.
      onRequestClose={() => {}}
      onSecondarySubmit={() => (gone ? void navigate(`/rules/${draft.table}/draft`) : onReload())}
      onRequestSubmit={() => create.mutate({ dmn: saving.dmn(), basedOn: draft.basedOn })}
      data-testid="conflict"
    >
      <p>{gone ? w("conflict.goneDetail") : w("conflict.detail", { when })}</p>
    </Modal>,
    document.body,
  );
}
