import { DAY, isSame, minus, type Segment, tidy, WHOLE_DAY } from "./segments";

/** What is open on each day, Monday first. */
export type Week = readonly (readonly Segment[])[];
/** A stretch that begins on a day, the first being 0; past the day's 24 hours it goes on into the next one. */
export type Range = { day: number; from: number; to: number };

export const DAYS: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
export const CLOSED: Week = DAYS.map(() => []);

export const nextDay = (day: number) => (day + 1) % 7;
const dayBefore = (day: number) => (day + 6) % 7;
const of = (week: Week, day: number) => week[day] ?? [];

/** Where a day's last stretch goes on after midnight, until when; 0 where it ends before. */
function goesOnUntil(week: Week, day: number): number {
  const last = of(week, day).at(-1);
  const first = of(week, nextDay(day))[0];
  if (last === undefined || last.to < DAY || last.from === 0) return 0;
  // Of more than a day nobody thinks as of one stretch.
  return first !== undefined && first.from === 0 && first.to <= last.from ? first.to : 0;
}

/** The stretches that begin on a day. */
export function rangesOn(week: Week, day: number): Range[] {
  const begun = goesOnUntil(week, dayBefore(day)) > 0 ? 1 : 0;
  const until = goesOnUntil(week, day);
  const segments = of(week, day);
  return segments
    .slice(begun)
    .map(({ from, to }, at) => ({ day, from, to: at + begun === segments.length - 1 ? to + until : to }));
}

const partsOf = ({ day, from, to }: Range): [number, Segment][] => [
  [day, { from, to: Math.min(to, DAY) }],
  [nextDay(day), { from: 0, to: Math.max(to - DAY, 0) }],
];

export const withRange = (week: Week, range: Range): Week =>
  partsOf(range).reduce<Week>(
    (changed, [day, part]) => changed.with(day, tidy([...of(changed, day), part])),
    DAYS.map((day) => of(week, day)),
  );

export const withoutRange = (week: Week, range: Range): Week =>
  partsOf(range).reduce<Week>(
    (changed, [day, part]) => changed.with(day, minus(of(changed, day), [part])),
    DAYS.map((day) => of(week, day)),
  );

export const openAllDay = (week: Week, day: number): Week => week.with(day, WHOLE_DAY);
export const closedOn = (week: Week, day: number): Week => week.with(day, []);

/** The others open as this day does, whatever they had; what comes over midnight from the day before them stays. */
export function copied(week: Week, day: number, to: readonly number[]): Week {
  const ranges = rangesOn(week, day);
  const others = to.filter((other) => other !== day);
  const cleared = others.reduce((left, other) => rangesOn(week, other).reduce(withoutRange, left), week);
  return others.reduce(
    (left, other) => ranges.reduce((all, range) => withRange(all, { ...range, day: other }), left),
    cleared,
  );
}

export const isSameWeek = (one: Week, other: Week) => DAYS.every((day) => isSame(of(one, day), of(other, day)));
