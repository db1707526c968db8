import { CheckmarkFilled } from "@carbon/icons-react";
import { InlineLoading } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { isOpen, type Planned } from "../../api/plannedTables";
import { runCases } from "../../api/ruleChecks";
import type { Table } from "../../api/ruleTables";
import { keys } from "../../live/queries";
import { refusalWords } from "../edit/useDraftCalls";
import { useStudio } from "../words";
import { BackProof } from "./BackProof";
import { FailingCases } from "./ChangeParts";
import { useProof } from "./useProof";

/** Whether a planned change passes the table's cases, and an old version that is put back the check, too. */
export function PlannedProof({ table, plan }: { table: Table; plan: Planned }) {
  if (!isOpen(plan)) return null;
  return plan.restores === null ? (
    <PlannedCases plan={plan} />
  ) : (
    <PlannedBack table={table} plan={plan} version={plan.restores} />
  );
}

function PlannedBack({ table, plan, version }: { table: Table; plan: Planned; version: number }) {
  const { w } = useStudio();
  const proof = useProof(plan.table, version);
  return (
    <>
      <BackProof table={table} proof={proof} />
      {!proof.pending && !proof.sound && proof.problem === null && <p data-testid="back-seen">{w(seenBy(plan))}</p>}
    </>
  );
}

/** What was planned before anybody was asked takes effect as it was promised. */
function seenBy({ acknowledged }: Planned) {
  if (acknowledged === true) return "review.backSeen";
  return acknowledged === false ? "review.backUnseen" : "review.backUnasked";
}

function PlannedCases({ plan }: { plan: Planned }) {
  const studio = useStudio();
  const { w, wn } = studio;
  const cases = useQuery({
    queryKey: [...keys.ruleTable(plan.table), "plannedCases", plan.id],
    queryFn: () => runCases(plan.table, { planned: plan.id }),
    gcTime: 0,
    retry: false,
  });
  const failing = cases.data?.filter(({ passed }) => !passed) ?? [];
  return (
    <section data-testid="planned-cases">
      <h3 className="deploy__heading">{w("review.cases")}</h3>
      {cases.data === undefined ? (
        cases.isError ? (
          <p role="alert">{refusalWords(cases.error, studio)}</p>
        ) : (
          <InlineLoading description={w("findings.checking")} />
        )
      ) : cases.data.length === 0 ? (
        <p>{w("review.noCases")}</p>
      ) : failing.length > 0 ? (
        <FailingCases failing={failing} />
      ) : (
        <p className="finding finding--none">
          <CheckmarkFilled size={16} />
          {wn("review.casesPass", cases.data.length)}
        </p>
      )}
    </section>
  );
}
