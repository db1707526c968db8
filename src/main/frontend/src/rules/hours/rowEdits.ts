import { type DmnRow, isAny } from "../studio/dmn";
import type { Columns, Rule } from "./readRows";

export type Cells = Partial<Record<"schedule" | "date" | "weekday" | "time" | "open" | "message", string>>;

export function changedRow(row: DmnRow, columns: Columns, cells: Cells): DmnRow {
  const written = [...row.cells];
  for (const [name, text] of Object.entries(cells)) written[columns[name as keyof Cells]] = text;
  return { ...row, cells: written };
}

/** A row that has no id yet; what is not said of it takes anything and says nothing. */
export const newRow = (columns: Columns, cells: Cells, annotation: string): DmnRow =>
  changedRow(
    {
      id: "",
      annotation,
      cells: Array.from({ length: columns.all }, (_, at) => (at < columns.inputs ? "-" : "null")),
    },
    columns,
    cells,
  );

/** Where that begins which is for all schedules: what is for one of them has to stand above. */
export function commonFrom(rows: readonly DmnRow[], rules: readonly Rule[], columns: Columns): number {
  const common = new Set(rules.filter(({ scope }) => scope === "all").map(({ row }) => row));
  const at = rows.findIndex(
    (row) => common.has(row) || row.cells.slice(0, columns.inputs).every((cell) => isAny(cell.trim())),
  );
  return at < 0 ? rows.length : at;
}
