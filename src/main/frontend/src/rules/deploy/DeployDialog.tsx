import { Checkbox, Modal } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useNavigate } from "react-router";
import { planDeployment } from "../../api/plannedTables";
import { check, runCases } from "../../api/ruleChecks";
import { type DraftFile, deploy, meanwhileOf, saveDraft, type Table } from "../../api/ruleTables";
import { refreshTable, tookEffect } from "../../live/rules";
import { diffQuery } from "../../live/ruleTables";
import { useToast } from "../../shell/Toasts";
import { FindingList } from "../edit/FindingList";
import { refusalWords } from "../edit/useDraftCalls";
import { tableWords } from "../rowWords";
import { useStudio } from "../words";
import { AnotherPlan } from "./AnotherPlan";
import { Changes, FailingCases, NewerNotice, newestOf, Reasoned } from "./ChangeParts";
import { lacks, Missing } from "./Missing";
import { useNow } from "./useNow";
import { WhenFields } from "./WhenFields";
import { instantOf, isReady, NOW } from "./when";

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
    toast("success", ...words);
    onClose();
    void navigate(path);
  }
  const send = useMutation({
    mutationFn: async () => {
      if (at === undefined && !approval) {
        const version = await deploy(name, wanted);
        const words = w("deploy.done", { n: version.number, table: tableWords(name, studio) });
        return () => {
          tookEffect(client, version, draft.id);
          done([words, w("deploy.doneDetail")], `/rules/${name}`);
        };
      }
      await planDeployment(name, { ...wanted, ...(at !== undefined && { at }), ...(approval && { approval }) });
      const detail = approval ? w("when.plannedApproval") : w("when.plannedAt", { when: formats.full(at ?? "") });
      return () => {
        refreshTable(client, name);
        done([w("when.planned", { table: tableWords(name, studio) }), detail], `/rules/${name}/versions`);
      };
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
  const newest = newestOf(table, meanwhile);
  const outdated = draft.basedOn !== newest.number;
  const diff = useQuery({
    ...diffQuery(name, newest.number, draft.id, draft.revision),
    // The new version may be told of before the call is answered: its draft is gone by then.
    enabled: send.isIdle || send.isError,
  });
  const now = useNow();
  const missing = lacks({
    check: findings.isPending || cases.isPending,
    errors: errors.length > 0,
    cases: failing.length > 0,
    changes: diff.data?.length === 0,
    warnings: warnings.length > 0 && !acknowledged,
    reason: reason.trim() === "",
    when: !isReady(when, now),
  });

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
      primaryButtonDisabled={outdated ? rebase.isPending : send.isPending || missing.length > 0}
      secondaryButtonText={w("dialog.cancel")}
      closeButtonLabel={t("app.close")}
      selectorPrimaryFocus="#deploy-reason"
      onRequestClose={onClose}
      onRequestSubmit={() => (outdated ? rebase.mutate(newest.number) : send.mutate())}
      data-testid="deploy-dialog"
    >
      <div className="deploy">
        {outdated && <NewerNotice newest={newest} detail={w("deploy.outdatedDetail")} />}
        {errors.length > 0 && (
          <section data-testid="deploy-errors">
            <h3 className="deploy__heading">{wn("findings.errors", errors.length)}</h3>
            <p>{w("deploy.errorsBlock")}</p>
            <FindingList findings={errors} table={table} />
          </section>
        )}
        <FailingCases failing={failing} />
        <section>
          <h3 className="deploy__heading">
            {outdated ? w("deploy.changesOf", { n: newest.number }) : w("deploy.changes")}
          </h3>
          <Changes diff={diff} table={table} />
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
        <Reasoned
          id="deploy-reason"
          label={w("deploy.reason")}
          help={w("deploy.reasonHelp")}
          value={reason}
          onChange={setReason}
          failed={w("deploy.failed")}
          error={meanwhile?.code === "VERSION_CHANGED" ? null : send.error}
        />
        {name === "business-hours" && <p>{w("deploy.waiting")}</p>}
        <AnotherPlan table={table} draft={draft.id} />
        <WhenFields when={when} now={now} needsApproval={table.approval} onChange={setWhen} />
        {rebase.isError && <p role="alert">{refusalWords(rebase.error, studio)}</p>}
        {!outdated && <Missing what={missing} />}
      </div>
    </Modal>,
    document.body,
  );
}
