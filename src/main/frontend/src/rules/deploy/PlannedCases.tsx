import { CheckmarkFilled } from "@carbon/icons-react";
import { InlineLoading } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { isOpen, type Planned } from "../../api/plannedTables";
import { runCases } from "../../api/ruleChecks";
import { keys } from "../../live/queries";
import { refusalWords } from "../edit/useDraftCalls";
import { useStudio } from "../words";
import { FailingCases } from "./ChangeParts";

/** Whether a planned change passes the table's cases; an old version that is put back is asked none. */
export function PlannedCases({ plan }: { plan: Planned }) {
  const studio = useStudio();
  const { w, wn } = studio;
  const asked = isOpen(plan) && plan.restores === null;
  const cases = useQuery({
    queryKey: [...keys.ruleTable(plan.table), "plannedCases", plan.id],
    queryFn: () => runCases(plan.table, { planned: plan.id }),
    enabled: asked,
    gcTime: 0,
    retry: false,
  });
  if (!asked) return null;
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
