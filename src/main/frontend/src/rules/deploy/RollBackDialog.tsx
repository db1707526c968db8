import { InlineNotification, Modal, TextArea } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { planDeployment } from "../../api/plannedTables";
import { meanwhileOf, rollBack, type Table, type Version } from "../../api/ruleTables";
import { refreshTable } from "../../live/rules";
import { useToast } from "../../shell/Toasts";
import { refusalWords } from "../edit/useDraftCalls";
import { tableWords } from "../rowWords";
import { useStudio } from "../words";
import { LONGEST_REASON } from "./DeployDialog";
import { Difference } from "./VersionsTab";

/** Puts an earlier version in effect again, as a new one. */
export function RollBackDialog({ table, version, onClose }: { table: Table; version: Version; onClose: () => void }) {
  const studio = useStudio();
  const { w, t, formats } = studio;
  const client = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const { current } = table;
  const [seen, setSeen] = useState(current.number);
  const send = useMutation({
    mutationFn: async (): Promise<[string, string]> => {
      const called = tableWords(table.table, studio);
      if (table.approval) {
        await planDeployment(table.table, { version: version.number, basedOn: seen, reason: reason.trim() });
        return [w("when.planned", { table: called }), w("when.plannedApproval")];
      }
      const now = await rollBack(table.table, version.number, seen, reason.trim());
      return [w("deploy.done", { n: now.number, table: called }), w("deploy.doneDetail")];
    },
    onSuccess: (words) => {
      toast("success", ...words);
      onClose();
    },
    onSettled: () => refreshTable(client, table.table),
  });
  const meanwhile = meanwhileOf(send.error);
  const newest = Math.max(current.number, meanwhile?.version ?? 0);
  const outdated = newest > seen;
  function goOn() {
    setSeen(newest);
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
      primaryButtonDisabled={!outdated && (send.isPending || reason.trim() === "")}
      secondaryButtonText={w("dialog.cancel")}
      closeButtonLabel={t("app.close")}
      selectorPrimaryFocus="#back-reason"
      onRequestClose={onClose}
      onRequestSubmit={() => (outdated ? goOn() : send.mutate())}
      data-testid="back-dialog"
    >
      <div className="deploy">
        {outdated && (
          <InlineNotification
            kind="warning"
            lowContrast
            hideCloseButton
            title={w("deploy.outdated", {
              n: newest,
              who: (newest === meanwhile?.version ? meanwhile.by?.name : current.author) ?? "Pupitre",
              when: formats.moment((newest === meanwhile?.version ? meanwhile.at : undefined) ?? current.at),
            })}
            subtitle={w("versions.backOutdated", { n: version.number })}
            data-testid="back-outdated"
          />
        )}
        <p>{w("versions.backDetail", { n: version.number })}</p>
        {table.approval && <p>{w("when.needed")}</p>}
        <TextArea
          id="back-reason"
          rows={2}
          maxCount={LONGEST_REASON}
          enableCounter
          labelText={w("deploy.reason")}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {send.isError && !outdated && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={w("deploy.failed")}
            subtitle={refusalWords(send.error, studio)}
          />
        )}
        <section>
          <h3 className="deploy__heading">{w("deploy.changes")}</h3>
          <Difference table={table} from={table.current.number} to={version.number} />
        </section>
      </div>
    </Modal>,
    document.body,
  );
}
