import { readCell, WEEKDAYS, writeCell } from "../studio/condition";
import { isAny } from "../studio/dmn";
import { clock, DAY, isWholeDay, type Segment, tidy, WHOLE_DAY } from "./segments";
import { DAYS } from "./week";

const TIME = 'time\\("(\\d\\d):(\\d\\d)(?::00)?"\\)';
const BETWEEN = new RegExp(`^\\[\\s*${TIME}\\s*\\.\\.\\s*${TIME}\\s*\\)$`);
const FROM = new RegExp(`^>=\\s*${TIME}$`);
const BEFORE = new RegExp(`^<\\s*${TIME}$`);

function segmentOf(part: string): Segment | null {
  const minute = (match: RegExpExecArray, at: number) => Number(match[at]) * 60 + Number(match[at + 1]);
  const between = BETWEEN.exec(part);
  if (between !== null) {
    const segment = { from: minute(between, 1), to: minute(between, 3) };
    return segment.from < segment.to ? segment : null;
  }
  const from = FROM.exec(part);
  if (from !== null) return { from: minute(from, 1), to: DAY };
  const before = BEFORE.exec(part);
  return before === null ? null : { from: 0, to: minute(before, 1) };
}

/** The times of a cell; null where it says them in another way than this view. */
export function timesOf(cell: string): readonly Segment[] | null {
  if (isAny(cell.trim())) return WHOLE_DAY;
  const segments = cell.split(",").map((part) => segmentOf(part.trim()));
  if (segments.some((segment) => segment === null)) return null;
  const tidied = tidy(segments.filter((segment) => segment !== null));
  return tidied.length === 0 ? null : tidied;
}

/** The days of a cell, Monday being 0. */
export function daysOf(cell: string): readonly number[] | null {
  const condition = readCell(cell);
  if (condition.kind === "any") return DAYS;
  if (condition.kind !== "values") return null;
  const named = condition.values.map((value) => (WEEKDAYS as readonly string[]).indexOf(value));
  return named.some((day) => day < 0) ? null : DAYS.filter((day) => named.includes(day) !== condition.not);
}

export const daysCell = (days: readonly number[]): string =>
  days.length === 7
    ? "-"
    : writeCell({ kind: "values", values: WEEKDAYS.filter((_, day) => days.includes(day)), not: false });

/** One stretch, or the two of a night: those are written as from the evening to the morning. */
export function timeCell(segments: readonly Segment[]): string {
  const [first, last] = [segments[0], segments.at(-1)];
  if (first === undefined || last === undefined || isWholeDay(segments)) return "-";
  const [from, to] = segments.length === 1 ? [first.from, first.to] : [last.from, first.to];
  return writeCell({ kind: "hours", from: clock(from), to: clock(to % DAY) });
}
