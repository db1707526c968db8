import { Checkbox, InlineLoading, InlineNotification, Modal, TextArea } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useNavigate } from "react-router";
import { planDeployment } from "../../api/plannedTables";
import { check, runCases } from "../../api/ruleChecks";
import { type DraftFile, deploy, meanwhileOf, saveDraft, type Table } from "../../api/ruleTables";
import { refreshTable } from "../../live/rules";
import { diffQuery } from "../../live/ruleTables";
import { useToast } from "../../shell/Toasts";
import { FindingList } from "../edit/FindingList";
import { refusalWords } from "../edit/useDraftCalls";
import { tableWords } from "../rowWords";
import { useStudio } from "../words";
import { DiffRows } from "./DiffRows";
import { WhenFields } from "./WhenFields";
import { instantOf, isReady, NOW } from "./when";

export const LONGEST_REASON = 500;

type DeployDialogProps = { table: Table; draft: DraftFile; onClose: () => void; onRebased: () => void };

/** What will change, what stands in its way, and why it is done: then it takes effect. */
export function DeployDialog({ table, draft, onClose, onRebased }: DeployDialogProps) {
  const studio = useStudio();
  const { w, wn, t, formats } = studio;
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [acknowledged, setAcknowledged] = useState(false);
  const [when, setWhen] = useState(NOW);
  const name = table.table;
  const fresh = [draft.id, draft.revision] as const;
  const diff = useQuery(diffQuery(name, draft.basedOn, draft.id, draft.revision));
  const findings = useQuery({
    queryKey: ["deployCheck", ...fresh],
    queryFn: () => check(name, draft.dmn),
    gcTime: 0,
    retry: false,
  });
  const cases = useQuery({
    queryKey: ["deployCases", ...fresh],
    queryFn: () => runCases(name, { draft: draft.id }),
    gcTime: 0,
    retry: false,
  });
  const approval = when.approval || table.approval;
  const at = when.later ? instantOf(when)?.toISOString() : undefined;
  const wanted = {
    draft: draft.id,
    revision: draft.revision,
    reason: reason.trim(),
    ...(acknowledged && { acknowledged }),
  };
  function done(words: [string, string], path: string) {
    refreshTable(client, name);
    toast("success", ...words);
    onClose();
    void navigate(path);
  }
  const send = useMutation({
    mutationFn: async () => {
      if (at === undefined && !approval) {
        const { number } = await deploy(name, wanted);
        const words = w("deploy.done", { n: number, table: tableWords(name, studio) });
        return () => done([words, w("deploy.doneDetail")], `/rules/${name}`);
      }
      await planDeployment(name, { ...wanted, ...(at !== undefined && { at }), ...(approval && { approval }) });
      const detail = approval ? w("when.plannedApproval") : w("when.plannedAt", { when: formats.full(at ?? "") });
      return () => done([w("when.planned", { table: tableWords(name, studio) }), detail], `/rules/${name}/versions`);
    },
    onSuccess: (finish) => finish(),
  });
  const rebase = useMutation({
    mutationFn: (version: number) => saveDraft(name, draft.id, draft.revision, draft.dmn, version),
    onSuccess: () => {
      refreshTable(client, name);
      onClose();
      onRebased();
    },
  });
  const failing = (cases.data ?? []).filter(({ passed }) => !passed);
  const errors = (findings.data ?? []).filter(({ severity }) => severity === "error");
  const warnings = (findings.data ?? []).filter(({ severity }) => severity === "warning");
  const meanwhile = meanwhileOf(send.error);
  const outdated = draft.basedOn !== table.current.number || meanwhile?.code === "VERSION_CHANGED";
  const blocked =
    errors.length > 0 ||
    failing.length > 0 ||
    outdated ||
    findings.isPending ||
    cases.isPending ||
    diff.data?.length === 0;

  return createPortal(
    <Modal
      open
      size="lg"
      modalHeading={w("deploy.title", { table: tableWords(name, studio) })}
      modalLabel={w("deploy.after", { n: draft.basedOn })}
      primaryButtonText={w(
        outdated
          ? "deploy.rebase"
          : send.isPending
            ? "deploy.sending"
            : approval
              ? "when.request"
              : when.later
                ? "when.schedule"
                : "deploy.now",
      )}
      primaryButtonDisabled={
        outdated
          ? rebase.isPending
          : blocked ||
            send.isPending ||
            reason.trim() === "" ||
            !isReady(when, Date.now()) ||
            (warnings.length > 0 && !acknowledged)
      }
      secondaryButtonText={w("dialog.cancel")}
      closeButtonLabel={t("app.close")}
      selectorPrimaryFocus="#deploy-reason"
      onRequestClose={onClose}
      onRequestSubmit={() => (outdated ? rebase.mutate(meanwhile?.version ?? table.current.number) : send.mutate())}
      data-testid="deploy-dialog"
    >
      <div className="deploy">
        {outdated && (
          <InlineNotification
            kind="warning"
            lowContrast
            hideCloseButton
            title={w("deploy.outdated", {
              n: meanwhile?.version ?? table.current.number,
              who: meanwhile?.by?.name ?? table.current.author ?? "Pupitre",
              when: formats.moment(meanwhile?.at ?? table.current.at),
            })}
            subtitle={w("deploy.outdatedDetail")}
          />
        )}
        {errors.length > 0 && (
          <section data-testid="deploy-errors">
            <h3 className="deploy__heading">{wn("findings.errors", errors.length)}</h3>
            <p>{w("deploy.errorsBlock")}</p>
            <FindingList findings={errors} table={table} />
          </section>
        )}
        {failing.length > 0 && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={wn("deploy.failing", failing.length)}
            subtitle={failing.map((one) => one.name).join(", ")}
            data-testid="deploy-cases"
          />
        )}
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
        {warnings.length > 0 && (
          <section data-testid="deploy-warnings">
            <h3 className="deploy__heading">{wn("findings.warnings", warnings.length)}</h3>
            <FindingList findings={warnings} table={table} />
            <Checkbox
              id="deploy-acknowledged"
              labelText={w("deploy.acknowledge")}
              checked={acknowledged}
              onChange={(_, { checked }) => setAcknowledged(checked)}
            />
          </section>
        )}
        {(findings.isError || cases.isError) && (
          <p role="alert">{refusalWords((findings.error ?? cases.error) as Error, studio)}</p>
        )}
        <TextArea
          id="deploy-reason"
          rows={2}
          maxCount={LONGEST_REASON}
          enableCounter
          labelText={w("deploy.reason")}
          helperText={w("deploy.reasonHelp")}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <WhenFields when={when} needsApproval={table.approval} onChange={setWhen} />
        {rebase.isError && <p role="alert">{refusalWords(rebase.error, studio)}</p>}
        {send.isError && meanwhile?.code !== "VERSION_CHANGED" && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={w("deploy.failed")}
            subtitle={refusalWords(send.error, studio)}
            data-testid="deploy-failed"
          />
        )}
      </div>
    </Modal>,
    document.body,
  );
}
