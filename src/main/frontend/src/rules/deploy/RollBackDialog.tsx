import { InlineNotification, Modal, TextArea } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { rollBack, type Table, type Version } from "../../api/ruleTables";
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
  const { w, t } = studio;
  const client = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const send = useMutation({
    mutationFn: () => rollBack(table.table, version.number, reason.trim()),
    onSuccess: (now) => {
      toast(
        "success",
        w("deploy.done", { n: now.number, table: tableWords(table.table, studio) }),
        w("deploy.doneDetail"),
      );
      onClose();
    },
    onSettled: () => refreshTable(client, table.table),
  });
  return createPortal(
    <Modal
      open
      size="md"
      modalHeading={w("versions.backAsk", { n: version.number })}
      primaryButtonText={w(send.isPending ? "deploy.sending" : "deploy.now")}
      primaryButtonDisabled={send.isPending || reason.trim() === ""}
      secondaryButtonText={w("dialog.cancel")}
      closeButtonLabel={t("app.close")}
      selectorPrimaryFocus="#back-reason"
      onRequestClose={onClose}
      onRequestSubmit={() => send.mutate()}
      data-testid="back-dialog"
    >
      <div className="deploy">
        <p>{w("versions.backDetail", { n: version.number })}</p>
        <TextArea
          id="back-reason"
          rows={2}
          maxCount={LONGEST_REASON}
          enableCounter
          labelText={w("deploy.reason")}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {send.isError && (
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
