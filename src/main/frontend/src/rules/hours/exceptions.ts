import { readCell } from "../studio/condition";
import type { DmnRow } from "../studio/dmn";
import type { Columns, Dates, Rule } from "./readRows";
import { isWholeDay, minus, type Segment, tidy } from "./segments";

/** Hours of certain dates instead of the week's: one row, or those of its hours and one that closes the rest. */
export type Exception = Dates & {
  /** Of its rows; none yet of a new one. */
  rows: readonly string[];
  name: string;
  /** None where it is closed. */
  hours: readonly Segment[];
  /** What customers are told while it is closed; null where that is written in free FEEL, which stays. */
  message: string | null;
  /** Which other schedules it is for, too; null where for all. */
  others: readonly string[] | null;
};

const isTogether = (one: Rule, other: Rule) =>
  one.dates?.from === other.dates?.from &&
  one.dates?.to === other.dates?.to &&
  one.scope === other.scope &&
  isSameList(one.schedules, other.schedules);
const isSameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((value, at) => value === other[at]);

export function messageOf(cell: string | undefined): string | null {
  if (cell === undefined || cell.trim() === "" || cell.trim() === "null") return "";
  const condition = readCell(cell);
  return condition.kind === "values" && condition.values.length === 1 && !condition.not
    ? (condition.values[0] ?? "")
    : null;
}

function exceptionOf(rules: readonly Rule[], columns: Columns): Exception | null {
  const open: Segment[] = [];
  const taken: Segment[] = [];
  for (const rule of rules) {
    if (rule.days.length < 7) return null;
    if (rule.open) open.push(...minus(rule.segments, taken));
    taken.push(...rule.segments);
  }
  const [first] = rules;
  // Dates that leave hours of theirs to the week are no day of their own.
  if (first?.dates == null || !isWholeDay(tidy(taken))) return null;
  const closing = rules.findLast((rule) => !rule.open);
  return {
    ...first.dates,
    rows: rules.map(({ row }) => row.id),
    name: first.row.annotation,
    hours: tidy(open),
    message: messageOf(closing?.row.cells[columns.message]),
    others: first.scope === "all" ? null : first.schedules,
  };
}

/** The exceptions that rows for dates are, and the rows that are none. */
export function exceptionsOf(dated: readonly Rule[], columns: Columns): { exceptions: Exception[]; rest: DmnRow[] } {
  const groups: Rule[][] = [];
  for (const rule of dated) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    // After a row that decides the whole day, the next one is another exception, which is never reached.
    if (group !== undefined && last !== undefined && isTogether(last, rule) && !isWholeDay(last.segments))
      group.push(rule);
    else groups.push([rule]);
  }
  const exceptions: Exception[] = [];
  const rest: DmnRow[] = [];
  for (const group of groups) {
    const exception = exceptionOf(group, columns);
    if (exception === null) rest.push(...group.map(({ row }) => row));
    else exceptions.push(exception);
  }
  return { exceptions, rest };
}
