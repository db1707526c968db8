import { Modal } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createPortal } from "react-dom";
import { cancelPlanned, type Planned } from "../../api/plannedTables";
import type { Table } from "../../api/ruleTables";
import { refreshTable } from "../../live/rules";
import { useToast } from "../../shell/Toasts";
import { refusalWords } from "../edit/useDraftCalls";
import { useStudio } from "../words";
import { hasDraft, PlannedDetail } from "./PlannedList";

/** Asks once more before a planned change is dropped. */
export function CancelDialog({ table, plan, onClose }: { table: Table; plan: Planned; onClose: () => void }) {
  const studio = useStudio();
  const { w, t } = studio;
  const client = useQueryClient();
  const toast = useToast();
  const send = useMutation({
    mutationFn: () => cancelPlanned(plan.table, plan.id),
    onSuccess: () => {
      toast("success", w("planned.cancelled"), hasDraft(table, plan) ? w("planned.draftStays") : undefined);
      onClose();
    },
    onSettled: () => refreshTable(client, plan.table),
  });
  return createPortal(
    <Modal
      open
      danger
      size="sm"
      modalHeading={w("planned.cancelAsk")}
      primaryButtonText={w("planned.cancel")}
      primaryButtonDisabled={send.isPending}
      secondaryButtonText={w("planned.keep")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => send.mutate()}
      data-testid="cancel-dialog"
    >
      <div className="deploy">
        <PlannedDetail table={table} plan={plan} />
        {send.isError && <p role="alert">{refusalWords(send.error, studio)}</p>}
      </div>
    </Modal>,
    document.body,
  );
}
