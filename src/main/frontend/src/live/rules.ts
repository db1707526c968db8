import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { fetchNaming, fetchRulesProblems, type RuleRow, type RulesProblem } from "../api/rules";
import type { Table, Version, VersionFile } from "../api/ruleTables";
import { keys } from "./queries";

const SAFETY_NET_MS = 60_000;

/** The tables change when an analyst deploys one. */
export const namingQuery = queryOptions({
  queryKey: keys.naming,
  queryFn: fetchNaming,
  staleTime: 30_000,
  refetchInterval: SAFETY_NET_MS,
});

/** Whether it is a row of the table that finds campaigns; the others find teams and agents. */
export const givesCampaigns = ({ table }: RuleRow) => table === "listening";

export const rulesProblemsQuery = queryOptions({
  queryKey: keys.rulesProblems,
  queryFn: fetchRulesProblems,
  staleTime: 5_000,
  refetchInterval: SAFETY_NET_MS,
});

/** One came up, again or for the first time: it is the newest now. */
export function applyRulesProblem(client: QueryClient, problem: RulesProblem): void {
  client.setQueryData<RulesProblem[]>(
    keys.rulesProblems,
    (known) => known && [problem, ...known.filter(({ id }) => id !== problem.id)],
  );
}

/** A version is in effect: it is shown as such before anything else is asked for. */
export function tookEffect(client: QueryClient, version: VersionFile, draft?: string): void {
  const { dmn: _, ...listed } = version;
  const key = keys.ruleTable(version.table);
  client.setQueryData<Table>(
    key,
    (table) =>
      table && {
        ...table,
        // How often which row fired is told of the rows of the version before.
        ...(version.number > table.current.number && { current: version, fired: [] }),
        drafts: table.drafts.filter(({ id }) => id !== draft),
      },
  );
  client.setQueryData<Version[]>(
    [...key, "versions"],
    (versions) => versions && [listed, ...versions.filter(({ number }) => number !== version.number)],
  );
  refreshTable(client, version.table);
}

/** Something was deployed, saved or deleted: what stands on the screens of this table is asked for anew. */
export function refreshTable(client: QueryClient, table: string): void {
  void client.invalidateQueries({ queryKey: keys.ruleTables });
  void client.invalidateQueries({ queryKey: keys.ruleTable(table) });
}
