import { InlineNotification } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { isOpen, type Planned } from "../../api/plannedTables";
import type { Table } from "../../api/ruleTables";
import { plannedQuery } from "../../live/ruleTables";
import { useStudio } from "../words";

const NEVER = "9999-12-31";

/** Those whose time is told come first, in their order. */
const byTime = (a: Planned, b: Planned) => Date.parse(a.at ?? NEVER) - Date.parse(b.at ?? NEVER);

/** Warns of changes that are planned, too: each is made on the version in effect now, so that one overtakes the other. */
export function AnotherPlan({ table, draft }: { table: Table; draft?: string }) {
  const { w, formats } = useStudio();
  const plans = useQuery(plannedQuery(table.table)).data ?? [];
  const [next] = plans
    .filter((plan) => isOpen(plan) && plan.basedOn === table.current.number)
    .filter((plan) => draft === undefined || plan.draft !== draft)
    .sort(byTime);
  if (next === undefined) return null;
  return (
    <InlineNotification
      kind="warning"
      lowContrast
      hideCloseButton
      title={next.at === null ? w("when.anotherAsked") : w("when.another", { when: formats.full(next.at) })}
      subtitle={w("when.anotherDetail")}
      data-testid="another-plan"
    />
  );
}
