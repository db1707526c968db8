import { useQuery } from "@tanstack/react-query";
import { isMineToDecide } from "../api/plannedTables";
import type { TableSummary } from "../api/ruleTables";
import type { Me } from "../api/types";
import { tablesQuery } from "../live/ruleTables";
import { mayEditRules } from "./roles";

const countFor = (me: string) => (tables: TableSummary[]) =>
  tables.flatMap(({ planned, current }) =>
    planned.filter((plan) => plan.basedOn === current.number && isMineToDecide(plan, me)),
  ).length;

/** How many changes of tables wait for somebody's approval; the live feed tells when that changes. */
export function useApprovals(me: Me): number {
  const tables = useQuery({
    ...tablesQuery,
    select: countFor(me.id),
    enabled: mayEditRules(me),
    refetchInterval: false,
  });
  return tables.data ?? 0;
}
