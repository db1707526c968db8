import { quoted } from "../studio/condition";
import type { DmnRow } from "../studio/dmn";
import { messageOf } from "./exceptions";
import type { Columns, Rule } from "./readRows";
import { changedRow } from "./rowEdits";
import { isWithin } from "./segments";
import { DAYS } from "./week";

/** A row that closes some of a schedule's week, and what customers are told then. */
export type Closing = {
  rule: Rule;
  /** The first row is 1. */
  number: number;
  /** Null where it is written in free FEEL. */
  message: string | null;
};

/** Those by which a schedule is closed at some time of the week: rows above may have decided all that they would. */
export const closingsOf = (rows: readonly DmnRow[], columns: Columns, rules: readonly Rule[]): Closing[] =>
  rules
    .filter((rule, at) => {
      const above = rules.slice(0, at);
      const taken = (day: number) => above.filter(({ days }) => days.includes(day)).flatMap(({ segments }) => segments);
      return !rule.open && DAYS.some((day) => rule.days.includes(day) && !isWithin(rule.segments, taken(day)));
    })
    .map((rule) => ({
      rule,
      number: rows.indexOf(rule.row) + 1,
      message: messageOf(rule.row.cells[columns.message]),
    }));

/** Another text: of the row, or of a copy of it for this schedule alone. */
export function withText(
  rows: readonly DmnRow[],
  columns: Columns,
  { row }: Rule,
  text: string,
  alone: string | null,
): DmnRow[] {
  const message = text.trim() === "" ? "null" : quoted(text.trim());
  if (alone === null) return rows.map((one) => (one === row ? changedRow(one, columns, { message }) : one));
  const own = { ...changedRow(row, columns, { schedule: quoted(alone), message }), id: "" };
  return rows.toSpliced(rows.indexOf(row), 0, own);
}

const HOURS =
  /\b\d{1,2}\s*(?:h\b|h\d|heures?\b|:\d\d|\.\d\d|[ap]\.?m\b)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b/i;

/** Whether it says hours or days, which have to be those of the week. */
export const namesHours = (text: string) => HOURS.test(text);
