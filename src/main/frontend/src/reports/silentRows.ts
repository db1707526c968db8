import type { Report } from "../api/reports";
import type { TableSummary } from "../api/ruleTables";

type Rule = Report["rules"][number];

/**
 * Adds the rows of the tables as they are now that did not decide. What the messaging policy says is counted by the message,
 * whose campaign, agent and channel nobody knows: of some conversations alone its rows are not silent, but not counted.
 */
export function withSilentRows(rules: readonly Rule[], tables: readonly TableSummary[], filtered: boolean): Rule[] {
  const fired = new Set(rules.map(({ table, version, row }) => `${table}:${version}:${row}`));
  const silent = tables
    .filter(({ table }) => !filtered || table !== "messaging-policy")
    .flatMap(({ table, rows, current }) =>
      Array.from({ length: rows }, (_, index) => ({ table, version: current.number, row: index + 1, count: 0 })),
    )
    .filter(({ table, version, row }) => !fired.has(`${table}:${version}:${row}`));
  return [...rules, ...silent].sort(
    (one, other) => one.table.localeCompare(other.table) || other.version - one.version || one.row - other.row,
  );
}
