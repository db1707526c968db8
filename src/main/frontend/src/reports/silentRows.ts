import type { Report } from "../api/reports";
import type { TableSummary } from "../api/ruleTables";

type Rule = Report["rules"][number];

/** Adds the rows of the tables as they are now that decided about none of these conversations. */
export function withSilentRows(rules: readonly Rule[], tables: readonly TableSummary[]): Rule[] {
  const fired = new Set(rules.map(({ table, version, row }) => `${table}:${version}:${row}`));
  const silent = tables
    // Reports count what decided about conversations, and it decides about messages.
    .filter(({ table }) => table !== "messaging-policy")
    .flatMap(({ table, rows, current }) =>
      Array.from({ length: rows }, (_, index) => ({ table, version: current.number, row: index + 1, count: 0 })),
    )
    .filter(({ table, version, row }) => !fired.has(`${table}:${version}:${row}`));
  return [...rules, ...silent].sort(
    (one, other) => one.table.localeCompare(other.table) || other.version - one.version || one.row - other.row,
  );
}
