import { InlineLoading, InlineNotification, Modal, TextArea } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { approvePlanned, type Planned, refusePlanned } from "../../api/plannedTables";
import type { Table } from "../../api/ruleTables";
import { refreshTable } from "../../live/rules";
import { plannedDiffQuery } from "../../live/ruleTables";
import { useToast } from "../../shell/Toasts";
import { refusalWords } from "../edit/useDraftCalls";
import { useStudio } from "../words";
import { LONGEST_REASON } from "./DeployDialog";
import { DiffRows } from "./DiffRows";
import { isOutdated, PlannedDetail } from "./PlannedList";

type ReviewDialogProps = { table: Table; plan: Planned; decides: boolean; onClose: () => void };

/** What a planned change is, for whoever decides about it or only looks. */
export function ReviewDialog({ table, plan, decides, onClose }: ReviewDialogProps) {
  const studio = useStudio();
  const { w, t, formats } = studio;
  const client = useQueryClient();
  const toast = useToast();
  const [comment, setComment] = useState("");
  const [silent, setSilent] = useState(false);
  const diff = useQuery(plannedDiffQuery(plan.table, plan.id));
  const send = useMutation({
    mutationFn: (approved: boolean) => (approved ? approvePlanned : refusePlanned)(plan.table, plan.id, comment.trim()),
    onSuccess: (_, approved) => {
      toast("success", w(approved ? "review.approved" : "review.refused"));
      onClose();
    },
    onSettled: () => refreshTable(client, plan.table),
  });
  const outdated = isOutdated(table, plan);
  const overdue = plan.at !== null && Date.parse(plan.at) <= Date.now();
  function refuse() {
    if (send.isPending) return;
    if (comment.trim() === "") {
      setSilent(true);
      document.getElementById("review-comment")?.focus();
    } else send.mutate(false);
  }
  return createPortal(
    <Modal
      open
      size="lg"
      modalHeading={w(decides ? "review.title" : "review.look")}
      modalLabel={plan.at === null ? w("review.atOnce") : w("review.at", { when: formats.full(plan.at) })}
      passiveModal={!decides}
      primaryButtonText={w(outdated || !overdue ? "review.approve" : "review.approveNow")}
      primaryButtonDisabled={send.isPending || outdated || diff.data === undefined}
      secondaryButtons={[
        { buttonText: w("dialog.cancel"), onClick: onClose },
        { buttonText: w("review.refuse"), onClick: refuse },
      ]}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => send.mutate(true)}
      data-testid="review-dialog"
    >
      <div className="deploy">
        <PlannedDetail table={table} plan={plan} />
        <section>
          <h3 className="deploy__heading">{w("deploy.changes")}</h3>
          {diff.data !== undefined ? (
            <DiffRows changes={diff.data} table={table} />
          ) : diff.isError ? (
            <p role="alert">{refusalWords(diff.error, studio)}</p>
          ) : (
            <InlineLoading description={w("findings.checking")} />
          )}
        </section>
        {decides && (
          <TextArea
            id="review-comment"
            rows={2}
            maxCount={LONGEST_REASON}
            enableCounter
            labelText={w("review.comment")}
            helperText={w("review.commentHelp")}
            invalid={silent && comment.trim() === ""}
            invalidText={w("review.commentNeeded")}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
        {send.isError && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={w("review.failed")}
            subtitle={refusalWords(send.error, studio)}
          />
        )}
      </div>
    </Modal>,
    document.body,
  );
}
