import type { DmnRow, DmnTable } from "../studio/dmn";
import { columnsOf } from "./readRows";

const column = (expression: string, type: string) => ({ label: expression, expression, type });
const TABLE: DmnTable = {
  inputs: [
    column("schedule", "string"),
    column("date(localDate)", "date"),
    column("weekday", "string"),
    column("time(localTime)", "time"),
  ],
  outputs: [column("open", "boolean"), column("message", "string")],
  rows: [],
};

export const COLUMNS = (() => {
  const columns = columnsOf(TABLE);
  if (columns === null) throw new Error("Expected the columns of business-hours, but one is missing");
  return columns;
})();

/** A row as `"shop" | - | "Monday" | - | true`, with its note. */
export function aRow(id: string, text: string, annotation = "", message = "null"): DmnRow {
  return { id, annotation, cells: [...text.split("|").map((cell) => cell.trim()), message] };
}

/** The rows that come with Pupitre. */
export const SHIPPED: DmnRow[] = [
  aRow("r1", '"always" | - | - | - | true', "Round the clock"),
  aRow(
    "r2",
    '"office" | - | "Monday","Tuesday","Wednesday","Thursday","Friday" | [time("09:00:00")..time("18:00:00")) | true',
    "Office hours",
  ),
  aRow("r3", "- | - | - | - | false", "Closed", '"We are closed."'),
];

/** A file with these rows. */
export const dmnOf = (rows: readonly DmnRow[]) => {
  const texts = (kind: string, cells: string[]) =>
    cells.map((cell) => `<${kind}Entry><text>${cell.replaceAll("<", "&lt;")}</text></${kind}Entry>`).join("");
  const rules = rows.map(
    ({ id, cells }) => `<rule id="${id}">${texts("input", cells.slice(0, 4))}${texts("output", cells.slice(4))}</rule>`,
  );
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision><decisionTable>${rules.join("")}</decisionTable></decision></definitions>`;
};

/** Rows as people read them in a failing test. */
export const shown = (rows: readonly DmnRow[]) => rows.map(({ id, cells }) => `${id} ${cells.slice(0, 5).join(" | ")}`);

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const unquoted = (text: string) => text.replace(/^\w*\(?"|"\)?$/g, "");

/** Whether a value that stands in quotes passes a list of tests; of its own, not as the grid reads them. */
function passes(cell: string, value: string): boolean {
  if (cell === "-") return true;
  const not = /^not\((.*)\)$/.exec(cell)?.[1];
  if (not !== undefined) return !passes(not, value);
  return cell.split(",").some((part) => {
    const span = /^\[(.*)\.\.(.*)([\])])$/.exec(part);
    if (span !== null) {
      const [from, to] = [unquoted(span[1] ?? ""), unquoted(span[2] ?? "")];
      return value >= from && (span[3] === "]" ? value <= to : value < to);
    }
    const [, sign, bound] = /^(>=|<)\s*(.*)$/.exec(part) ?? [];
    if (bound !== undefined) return sign === "<" ? value < unquoted(bound) : value >= unquoted(bound);
    return unquoted(part) === value;
  });
}

/** The row that decides, the first that fits. */
function deciding(rows: readonly DmnRow[], schedule: string, date: string, day: number, minute: number) {
  const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00`;
  const asked = [schedule, date, DAYS[day] ?? "", time];
  return rows.find(({ cells }) => asked.every((value, at) => passes(cells[at] ?? "", value)));
}

/** The desk is open unless a row closes it. */
export const isOpen = (...asked: Parameters<typeof deciding>) => deciding(...asked)?.cells[4] !== "false";

/** What customers are told. */
export const messageAt = (...asked: Parameters<typeof deciding>) => deciding(...asked)?.cells[5];
