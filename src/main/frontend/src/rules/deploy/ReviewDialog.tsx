import { Button, ComposedModal, ModalBody, ModalFooter, ModalHeader } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { approvePlanned, type Planned, refusePlanned } from "../../api/plannedTables";
import type { Table } from "../../api/ruleTables";
import { refreshTable } from "../../live/rules";
import { plannedDiffQuery } from "../../live/ruleTables";
import { useToast } from "../../shell/Toasts";
import { useStudio } from "../words";
import { Changes, Reasoned } from "./ChangeParts";
import { isOutdated, PlannedDetail } from "./PlannedList";
import { PlannedProof } from "./PlannedProof";
import { useNow } from "./useNow";

type ReviewDialogProps = { table: Table; plan: Planned; decides: boolean; onClose: () => void };

/** What a planned change is, for whoever decides about it or only looks. */
export function ReviewDialog({ table, plan, decides, onClose }: ReviewDialogProps) {
  const { w, t, formats } = useStudio();
  const client = useQueryClient();
  const toast = useToast();
  const [comment, setComment] = useState("");
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
  const now = useNow();
  const overdue = plan.at !== null && Date.parse(plan.at) <= now;
  const title = w(decides ? "review.title" : "review.look");
  return createPortal(
    <ComposedModal open size="lg" aria-label={title} onClose={onClose} data-testid="review-dialog">
      <ModalHeader
        label={plan.at === null ? w("review.atOnce") : w("review.at", { when: formats.full(plan.at) })}
        title={title}
        iconDescription={t("app.close")}
      />
      <ModalBody hasScrollingContent aria-label={title}>
        <div className="deploy">
          {/* Where one begins to read: a key pressed by habit decides nothing. */}
          <div className="deploy__begin" tabIndex={-1} data-modal-primary-focus>
            <PlannedDetail table={table} plan={plan} yours={decides} />
          </div>
          <PlannedProof table={table} plan={plan} />
          <section>
            <h3 className="deploy__heading">{w("deploy.changes")}</h3>
            <Changes diff={diff} table={table} />
          </section>
          {decides && (
            <Reasoned
              id="review-comment"
              label={w("review.comment")}
              help={w("review.commentHelp")}
              value={comment}
              onChange={setComment}
              failed={w("review.failed")}
              error={send.error}
            />
          )}
        </div>
      </ModalBody>
      {decides && (
        <ModalFooter className="cds--modal-footer--three-button">
          <Button kind="secondary" onClick={onClose}>
            {w("dialog.cancel")}
          </Button>
          <Button
            kind="danger--tertiary"
            disabled={send.isPending || comment.trim() === ""}
            onClick={() => send.mutate(false)}
          >
            {w("review.refuse")}
          </Button>
          <Button
            kind="primary"
            disabled={send.isPending || outdated || diff.data === undefined}
            onClick={() => send.mutate(true)}
          >
            {w(outdated || !overdue ? "review.approve" : "review.approveNow")}
          </Button>
        </ModalFooter>
      )}
    </ComposedModal>,
    document.body,
  );
}
