import { quoted } from "../studio/condition";
import type { DmnRow } from "../studio/dmn";
import { daysCell, timeCell } from "./cells";
import type { Columns, Rule } from "./readRows";
import { changedRow, commonFrom, newRow } from "./rowEdits";
import { decided, hoursOf } from "./rowsToWeek";
import { isSame, isWholeDay, isWithin, meets } from "./segments";
import { asNights, daysWanted, nearest, type Want, wantsOf, without } from "./wants";
import { DAYS, type Week } from "./week";

const isSameDays = (one: readonly number[], other: readonly number[]) => String(one) === String(other);

/** Whether a row only closes hours that rows for all schedules open; one that closes all that is left does more. */
const isAgainst = ({ days, segments }: Rule, usual: Week) =>
  !(days.length === 7 && isWholeDay(segments)) && days.every((day) => isWithin(segments, usual[day] ?? []));

/** The rows of one schedule on their way from the week that they say to another one. */
class Change {
  private readonly border: number;
  /** Of this schedule, alone or among others. */
  private readonly rules: Rule[];
  /** Of all schedules, and what closes the rest of this one: rows that stay, and that others are written above. */
  private readonly common: Rule[];
  /** What closes more than hours that rows for all schedules open: it is there for what it tells, too. */
  private readonly closers: Rule[];
  private readonly changed: readonly number[];
  private wants: Want[];
  /** What comes in the place of a row. */
  private readonly fate = new Map<DmnRow, DmnRow[]>();
  /** What comes above the rows for all schedules. */
  private readonly added: DmnRow[] = [];

  constructor(
    private readonly rows: readonly DmnRow[],
    private readonly columns: Columns,
    private readonly schedule: string,
    private readonly week: Week,
  ) {
    const { week: before, rules } = hoursOf(rows, columns, schedule);
    const usual = decided(rules.filter(({ scope }) => scope === "all"));
    const named = rules.filter(({ scope }) => scope !== "all");
    this.closers = named.filter((rule) => !rule.open && !isAgainst(rule, usual));
    const last = this.closers.filter((rule) => !named.slice(named.indexOf(rule)).some(({ open }) => open));
    this.rules = named.filter((rule) => !last.includes(rule));
    this.common = rules.filter((rule) => rule.scope === "all" || last.includes(rule));
    this.border = Math.min(commonFrom(rows, rules, columns), ...last.map(({ row }) => rows.indexOf(row)));
    this.changed = DAYS.filter((day) => !isSame(before[day] ?? [], week[day] ?? []));
    const above = this.closers.filter((rule) => this.isAbove(rule));
    this.wants = wantsOf(week, decided(this.common), above, this.changed);
  }

  done(): DmnRow[] {
    const unused = this.rules.filter((rule) => rule.scope === "own" && this.isUnused(rule));
    for (const rule of this.rules) if (rule.scope === "some") this.leave(rule);
    this.wants = asNights(this.wants);
    for (const rule of unused) this.reuse(rule);
    for (const want of this.wants) this.add(want);
    const rows = this.rows.flatMap((row, at) => [
      ...(at === this.border ? this.added : []),
      ...(this.fate.get(row) ?? [row]),
    ]);
    return this.border === this.rows.length ? [...rows, ...this.added] : rows;
  }

  private readonly isAbove = (rule: Rule) => this.rows.indexOf(rule.row) < this.border;
  /** The days on which a row stays right as it is. */
  private readonly kept = (rule: Rule) =>
    rule.days.filter(
      (day) =>
        !this.changed.includes(day) || (this.closers.includes(rule) && !meets(rule.segments, this.week[day] ?? [])),
    );

  /** A row loses the days that change, and takes those on which all that it says is wanted. */
  private isUnused(rule: Rule): boolean {
    const kept = this.kept(rule);
    const others = this.changed.filter((day) => !kept.includes(day));
    const taken = this.isAbove(rule) ? daysWanted(rule, this.wants, others) : [];
    this.wants = without(this.wants, rule, taken);
    const days = [...kept, ...taken].toSorted((a, b) => a - b);
    if (isSameDays(days, rule.days)) return false;
    this.fate.set(rule.row, days.length > 0 ? [changedRow(rule.row, this.columns, { weekday: daysCell(days) })] : []);
    return days.length === 0 && this.isAbove(rule);
  }

  /** A row that other schedules share stays theirs; this one goes on with a copy. */
  private leave(rule: Rule) {
    const days = this.kept(rule);
    const touched = rule.days.filter((day) => !days.includes(day));
    if (this.isAbove(rule) && isSameDays(daysWanted(rule, this.wants, touched), touched)) {
      this.wants = without(this.wants, rule, touched);
    } else if (touched.length > 0) {
      const others = rule.schedules.filter((one) => one !== this.schedule).map(quoted);
      const own = changedRow(rule.row, this.columns, { schedule: quoted(this.schedule), weekday: daysCell(days) });
      this.fate.set(rule.row, [
        changedRow(rule.row, this.columns, { schedule: others.join(",") }),
        ...(days.length > 0 ? [{ ...own, id: "" }] : []),
      ]);
    }
  }

  /** A row whose days all have other hours now gets these: that is what people mean who move its end. */
  private reuse(rule: Rule) {
    const said = (want: Want) => !this.closers.includes(rule) || isWithin(want.segments, rule.segments);
    const want = nearest(this.wants.filter(said), rule);
    if (want === undefined) return;
    this.wants = this.wants.filter((one) => one !== want);
    const weekday = isSameDays(want.days, rule.days) ? {} : { weekday: daysCell(want.days) };
    this.fate.set(rule.row, [changedRow(rule.row, this.columns, { ...weekday, time: timeCell(want.segments) })]);
  }

  private add(want: Want) {
    // A closing row of other hours of that day tells why those are closed.
    const ofHours = (rule: Rule) => want.open || meets(rule.segments, want.segments);
    const like = nearest(this.rules.filter(ofHours), want);
    const closing = nearest(this.common.filter(ofHours), want) ?? this.common.find(({ open }) => open === want.open);
    const message = want.open ? "null" : (like ?? closing)?.row.cells[this.columns.message];
    const row = newRow(
      this.columns,
      {
        schedule: quoted(this.schedule),
        weekday: daysCell(want.days),
        time: timeCell(want.segments),
        open: String(want.open),
        ...(message !== undefined && { message }),
      },
      like?.row.annotation ?? "",
    );
    const after = [like, this.rules.findLast((rule) => rule.scope === "own" && this.isAbove(rule))].find(
      (rule) => rule !== undefined && this.isAbove(rule),
    );
    if (after === undefined) this.added.push(row);
    else this.fate.set(after.row, [...(this.fate.get(after.row) ?? [after.row]), row]);
  }
}

/**
 * Changes as little as can be for a schedule to be open as drawn: rows that are still right on a day stay as they are,
 * others lose the day, and what then no row says is written.
 */
export const weekToRows = (rows: readonly DmnRow[], columns: Columns, schedule: string, week: Week): DmnRow[] =>
  new Change(rows, columns, schedule, week).done();
