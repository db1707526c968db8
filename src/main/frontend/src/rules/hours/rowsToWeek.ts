import type { DmnRow } from "../studio/dmn";
import { type Exception, exceptionsOf } from "./exceptions";
import { type Columns, type Rule, ruleOf } from "./readRows";
import { minus, type Segment, tidy, WHOLE_DAY } from "./segments";
import { DAYS, type Week } from "./week";

/** A row that is left alone: free FEEL, or one for certain dates that stands where the week has already decided. */
export type Unshown = { row: DmnRow; number: number; reason: "free" | "below" };
export type Hours = {
  week: Week;
  exceptions: Exception[];
  unshown: Unshown[];
  /** The rows of every week, as they stand. */
  rules: Rule[];
};

/** What rows open on each day, the first that fits deciding; what none decides is open, as for the desk itself. */
export function decided(rules: readonly Rule[]): Week {
  return DAYS.map((day) => {
    const open: Segment[] = [];
    const taken: Segment[] = [];
    for (const rule of rules.filter(({ days }) => days.includes(day))) {
      if (rule.open) open.push(...minus(rule.segments, taken));
      taken.push(...rule.segments);
    }
    return tidy([...open, ...minus(WHOLE_DAY, taken)]);
  });
}

/** Reads off the rows of a table what they mean for one schedule. */
export function hoursOf(rows: readonly DmnRow[], columns: Columns, schedule: string): Hours {
  const rules: Rule[] = [];
  const dated: Rule[] = [];
  const unshown: Unshown[] = [];
  for (const [at, row] of rows.entries()) {
    const rule = ruleOf(row, schedule, columns);
    if (rule === "elsewhere") continue;
    if (rule === "free") unshown.push({ row, number: at + 1, reason: "free" });
    else if (rule.dates === null) rules.push(rule);
    else if (rules.length > 0) unshown.push({ row, number: at + 1, reason: "below" });
    else dated.push(rule);
  }
  const { exceptions, rest } = exceptionsOf(dated, columns);
  unshown.push(...rest.map((row) => ({ row, number: rows.indexOf(row) + 1, reason: "free" as const })));
  unshown.sort((a, b) => a.number - b.number);
  return { week: decided(rules), exceptions, unshown, rules };
}
