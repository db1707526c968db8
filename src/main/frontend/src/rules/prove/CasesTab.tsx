import { CheckmarkFilled, ErrorFilled, TaskComplete } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Case, type CaseOutcome, createCase, deleteCase, runCases } from "../../api/ruleChecks";
import type { Table } from "../../api/ruleTables";
import { refreshTable } from "../../live/rules";
import { casesQuery } from "../../live/ruleTables";
import { Empty } from "../../shell/Empty";
import { Skeleton } from "../../shell/Skeleton";
import { useToast } from "../../shell/Toasts";
import { refusalWords } from "../edit/useDraftCalls";
import { useStudio } from "../words";
import { CaseDialog } from "./CaseDialog";
import { SubjectSelect, useSubject } from "./subject";
import { saidWords } from "./TrialResult";

/** What a table has to say in known cases, and whether it does. */
export function CasesTab({ table, edits }: { table: Table; edits: boolean }) {
  const studio = useStudio();
  const { w, wn } = studio;
  const { subject, draft } = useSubject(table);
  const cases = useQuery(casesQuery(table.table));
  const [changing, setChanging] = useState<Case | "new" | null>(null);
  const revision = table.drafts.find(({ id }) => id === draft)?.revision ?? table.current.number;
  const run = useQuery({
    queryKey: ["ruleTable", table.table, "run", subject, revision, cases.dataUpdatedAt],
    queryFn: () => runCases(table.table, subject),
    enabled: (cases.data?.length ?? 0) > 0,
    gcTime: 0,
    retry: false,
  });
  if (cases.data === undefined)
    return cases.isError ? <p role="alert">{refusalWords(cases.error, studio)}</p> : <Skeleton lines={6} />;
  const outcomes = new Map(run.data?.map((outcome) => [outcome.id, outcome]));
  const failing = run.data?.filter(({ passed }) => !passed).length ?? 0;
  return (
    <>
      <p className="editor__hint">{w("cases.lead")}</p>
      <div className="cases__bar">
        <SubjectSelect table={table} />
        {edits && (
          <Button kind="tertiary" size="md" onClick={() => setChanging("new")} data-testid="new-case">
            {w("case.new")}
          </Button>
        )}
        {run.data !== undefined && (
          <p role="status" className={failing > 0 ? "cases__sum cases__sum--failing" : "cases__sum"}>
            {failing === 0 ? w("cases.allPass") : wn("cases.failing", failing)}
          </p>
        )}
      </div>
      {run.isError && <p role="alert">{refusalWords(run.error, studio)}</p>}
      {cases.data.length === 0 ? (
        <Empty icon={TaskComplete} title={w("cases.none")} detail={w("cases.noneDetail")} />
      ) : (
        <ul className="cases">
          {cases.data.map((one) => (
            <CaseRow
              key={one.id}
              table={table}
              known={one}
              outcome={outcomes.get(one.id)}
              {...(edits && { onChange: () => setChanging(one) })}
            />
          ))}
        </ul>
      )}
      {changing !== null && (
        <CaseDialog
          table={table}
          known={changing === "new" ? { name: "", inputs: {}, expected: {} } : changing}
          {...(changing !== "new" && { id: changing.id })}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  );
}

type CaseRowProps = { table: Table; known: Case; outcome: CaseOutcome | undefined; onChange?: () => void };

function CaseRow({ table, known, outcome, onChange }: CaseRowProps) {
  const studio = useStudio();
  const { w } = studio;
  const client = useQueryClient();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => deleteCase(table.table, known.id),
    onSuccess: () =>
      toast("success", w("case.deleted", { name: known.name }), undefined, { label: w("case.undo"), run: bringBack }),
    onError: (error) => toast("error", w("drafts.callFailed"), refusalWords(error, studio)),
    onSettled: () => refreshTable(client, table.table),
  });
  /** As a new one: the row is gone from the screen by then, but not what it knew. */
  function bringBack() {
    const { name, inputs, expected } = known;
    createCase(table.table, { name, inputs, expected })
      .catch((error) =>
        toast("error", w("case.notBack", { name }), refusalWords(error, studio), {
          label: w("saving.again"),
          run: bringBack,
        }),
      )
      .finally(() => refreshTable(client, table.table));
  }
  const differing = table.outputs.filter(
    ({ expression }) =>
      outcome?.failure === null &&
      expression in known.expected &&
      (known.expected[expression] ?? null) !== (outcome.outputs[expression] ?? null),
  );
  const said = (column: Table["outputs"][number], outputs: Case["expected"]) =>
    saidWords(outputs[column.expression], column.choices, studio);
  return (
    <li className="cases__one" data-testid="case" data-passed={outcome?.passed}>
      {outcome === undefined ? (
        <span className="cases__sign" />
      ) : outcome.passed ? (
        <CheckmarkFilled size={20} className="cases__sign cases__sign--passed" aria-label={w("cases.passed")} />
      ) : (
        <ErrorFilled size={20} className="cases__sign cases__sign--failed" aria-label={w("cases.failed")} />
      )}
      <div>
        <strong>{known.name}</strong>
        {outcome?.passed === false ? (
          <ul className="cases__why">
            {outcome.failure !== null ? (
              <li>{w("try.broken", { reason: outcome.failure })}</li>
            ) : (
              outcome.row === null && <li>{w("try.noRow")}</li>
            )}
            {differing.map((column) => (
              <li key={column.expression}>
                {w("cases.difference", {
                  column: column.label,
                  expected: said(column, known.expected),
                  said: said(column, outcome.outputs),
                })}
              </li>
            ))}
          </ul>
        ) : (
          <p className="cases__facts">
            {table.outputs
              .filter(({ expression }) => (known.expected[expression] ?? null) !== null)
              .map((column) => `${column.label}: ${said(column, known.expected)}`)
              .join(" · ")}
          </p>
        )}
      </div>
      {onChange !== undefined && (
        <span className="cases__acts">
          <Button kind="ghost" size="sm" onClick={onChange}>
            {w("case.change")}
          </Button>
          <Button kind="ghost" size="sm" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {w("case.delete")}
          </Button>
        </span>
      )}
    </li>
  );
}
