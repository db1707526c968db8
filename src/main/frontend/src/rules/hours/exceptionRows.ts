import { quoted, writeCell } from "../studio/condition";
import type { DmnRow } from "../studio/dmn";
import { timeCell } from "./cells";
import type { Exception } from "./exceptions";
import type { Columns } from "./readRows";
import { type Cells, changedRow, commonFrom, newRow } from "./rowEdits";
import { hoursOf } from "./rowsToWeek";
import { isSame, isWholeDay } from "./segments";

const meets = (one: Exception, other: Exception) => one.from <= other.to && other.from <= one.to;

/** Whether one is for some of the dates of another: it is an exception from that. */
const isNarrower = (one: Exception, other: Exception) =>
  other.from <= one.from && one.to <= other.to && (other.from < one.from || one.to < other.to);

/** Whether, with new dates, it still stands below what is narrower and above all else that it meets. */
function isInPlace(exception: Exception, old: Exception, exceptions: readonly Exception[]): boolean {
  const at = exceptions.indexOf(old);
  return exceptions.every(
    (other, index) => other === old || !meets(other, exception) || index < at === isNarrower(other, exception),
  );
}

/** Above the one that it is an exception from, below its own ones and those of other dates, and above the week. */
function placeFor(exception: Exception, rows: readonly DmnRow[], columns: Columns, schedule: string): number {
  const { exceptions, rules } = hoursOf(rows, columns, schedule);
  const place = (id: string | undefined) => rows.findIndex((row) => row.id === id);
  const met = exceptions.filter((other) => meets(other, exception));
  const wider = met.find((other) => !isNarrower(other, exception));
  if (wider !== undefined) return place(wider.rows[0]);
  const last = met.at(-1) ?? exceptions.at(-1);
  if (last !== undefined) return place(last.rows.at(-1)) + 1;
  return rules[0] === undefined ? commonFrom(rows, rules, columns) : rows.indexOf(rules[0].row);
}

/** The rows of what is open on those dates, then the one that closes the rest. */
function rowsOf(exception: Exception, before: readonly DmnRow[], columns: Columns, schedule: string): DmnRow[] {
  const { hours, name } = exception;
  const common: Cells = {
    schedule: before[0]?.cells[columns.schedule] ?? quoted(schedule),
    date: writeCell({ kind: "dates", from: exception.from, to: exception.to }),
  };
  const isOpen = (row: DmnRow) => row.cells[columns.open]?.trim() === "true";
  const open = before.filter(isOpen);
  const closed = before.findLast((row) => !isOpen(row));
  const message = exception.message === null ? {} : { message: messageCell(exception.message) };
  const row = (known: DmnRow | undefined, cells: Cells) =>
    known === undefined
      ? newRow(columns, { ...common, ...cells }, name)
      : { ...changedRow(known, columns, { ...common, ...cells }), annotation: renamed(known, before[0], name) };
  const opening = hours.map((segment, at) => row(open[at], { time: timeCell([segment]), open: "true" }));
  return isWholeDay(hours) ? opening : [...opening, row(closed, { time: "-", open: "false", ...message })];
}

const messageCell = (message: string) => (message.trim() === "" ? "null" : quoted(message.trim()));
/** Rows of one exception may have notes of their own; the name is that of the first. */
const renamed = (row: DmnRow, first: DmnRow | undefined, name: string) =>
  row.annotation === first?.annotation ? name : row.annotation;

/** Cells that say the same in other words stay as they were written. */
function patched(exception: Exception, old: Exception, before: readonly DmnRow[], columns: Columns): DmnRow[] {
  const { from, to, message } = exception;
  const date = from === old.from && to === old.to ? {} : { date: writeCell({ kind: "dates", from, to }) };
  const said = message === null || message === old.message ? {} : { message: messageCell(message) };
  return before.map((row) => ({
    ...changedRow(row, columns, {
      ...date,
      ...(row.cells[columns.open]?.trim() === "false" && said),
    }),
    annotation: renamed(row, before[0], exception.name),
  }));
}

/** Writes an exception: a new one, or in the place of the one whose rows it has. */
export function withException(
  rows: readonly DmnRow[],
  columns: Columns,
  schedule: string,
  exception: Exception,
): DmnRow[] {
  const before = rows.filter(({ id }) => exception.rows.includes(id));
  const { exceptions } = hoursOf(rows, columns, schedule);
  const old = exceptions.find((one) => one.rows[0] === exception.rows[0]);
  const [first] = before;
  if (first === undefined || old === undefined)
    return rows.toSpliced(placeFor(exception, rows, columns, schedule), 0, ...rowsOf(exception, [], columns, schedule));
  const after = isSame(old.hours, exception.hours)
    ? patched(exception, old, before, columns)
    : rowsOf(exception, before, columns, schedule);
  if ((old.from !== exception.from || old.to !== exception.to) && !isInPlace(exception, old, exceptions)) {
    const others = withoutException(rows, exception);
    return others.toSpliced(placeFor(exception, others, columns, schedule), 0, ...after);
  }
  return rows.flatMap((row) => (row === first ? after : before.includes(row) ? [] : [row]));
}

export const withoutException = (rows: readonly DmnRow[], exception: Exception): DmnRow[] =>
  rows.filter(({ id }) => !exception.rows.includes(id));
