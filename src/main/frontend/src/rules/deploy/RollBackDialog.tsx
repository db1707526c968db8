import { Checkbox, InlineNotification, Modal } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { planDeployment } from "../../api/plannedTables";
import { meanwhileOf, rollBack, type Table, type Version } from "../../api/ruleTables";
import { refreshTable, tookEffect } from "../../live/rules";
import { diffQuery } from "../../live/ruleTables";
import { useToast } from "../../shell/Toasts";
import { tableWords } from "../rowWords";
import { useStudio } from "../words";
import { AnotherPlan } from "./AnotherPlan";
import { BackProof } from "./BackProof";
import { Changes, NewerNotice, newestOf, Reasoned } from "./ChangeParts";
import { lacks, Missing } from "./Missing";
import { useProof } from "./useProof";

/** Puts an earlier version in effect again, as a new one. */
export function RollBackDialog({ table, version, onClose }: { table: Table; version: Version; onClose: () => void }) {
  const studio = useStudio();
  const { w, t } = studio;
  const client = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [accepted, setAccepted] = useState<string | null>(null);
  const { current } = table;
  const [seen, setSeen] = useState(current.number);
  const proof = useProof(table.table, version.number);
  // Who wants it all the same has seen this, and not what is found later.
  const shown = JSON.stringify([proof.errors, proof.failing, proof.problem !== null]);
  const anyway = accepted === shown;
  const wanted = {
    version: version.number,
    basedOn: seen,
    reason: reason.trim(),
    ...(!proof.sound && anyway && { acknowledged: true }),
  };
  const send = useMutation({
    mutationFn: async (): Promise<[string, string]> => {
      const called = tableWords(table.table, studio);
      if (table.approval) {
        await planDeployment(table.table, wanted);
        return [w("when.planned", { table: called }), w("when.plannedApproval")];
      }
      const now = await rollBack(table.table, wanted);
      tookEffect(client, now);
      return [w("deploy.done", { n: now.number, table: called }), w("deploy.doneDetail")];
    },
    onSuccess: (words) => {
      toast("success", ...words);
      onClose();
    },
    onSettled: () => refreshTable(client, table.table),
  });
  const newest = newestOf(table, meanwhileOf(send.error));
  const outdated = newest.number > seen;
  const diff = useQuery(diffQuery(table.table, current.number, version.number));
  const same = !outdated && diff.data?.length === 0;
  const missing = same
    ? []
    : lacks({
        check: proof.pending,
        anyway: !proof.pending && !proof.sound && !anyway,
        reason: reason.trim() === "",
      });
  function goOn() {
    setSeen(newest.number);
    send.reset();
  }
  return createPortal(
    <Modal
      open
      size="md"
      modalHeading={w("versions.backAsk", { n: version.number })}
      primaryButtonText={w(
        outdated
          ? "versions.backAgain"
          : send.isPending
            ? "deploy.sending"
            : table.approval
              ? "when.request"
              : "deploy.now",
      )}
      primaryButtonDisabled={!outdated && (send.isPending || same || missing.length > 0)}
      secondaryButtonText={w("dialog.cancel")}
      closeButtonLabel={t("app.close")}
      selectorPrimaryFocus="#back-reason"
      onRequestClose={onClose}
      onRequestSubmit={() => (outdated ? goOn() : send.mutate())}
      data-testid="back-dialog"
    >
      <div className="deploy">
        {outdated && <NewerNotice newest={newest} detail={w("versions.backOutdated", { n: version.number })} />}
        {same && (
          <InlineNotification
            kind="info"
            lowContrast
            hideCloseButton
            title={w("versions.backSame", { n: version.number })}
            data-testid="back-same"
          />
        )}
        <p>{w("versions.backDetail", { n: version.number })}</p>
        {!same && <AnotherPlan table={table} />}
        {table.approval && <p>{w("when.needed")}</p>}
        <Reasoned
          id="back-reason"
          label={w("deploy.reason")}
          value={reason}
          onChange={setReason}
          failed={w("deploy.failed")}
          error={outdated ? null : send.error}
        />
        {!same && <BackProof table={table} proof={proof} />}
        {!same && !proof.pending && !proof.sound && (
          <Checkbox
            id="back-anyway"
            labelText={w("versions.backAnyway")}
            checked={anyway}
            onChange={(_, { checked }) => setAccepted(checked ? shown : null)}
          />
        )}
        <section>
          <h3 className="deploy__heading">{w("deploy.changes")}</h3>
          <Changes diff={diff} table={table} />
        </section>
        {!outdated && <Missing what={missing} />}
      </div>
    </Modal>,
    document.body,
  );
}
