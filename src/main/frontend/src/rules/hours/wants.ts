import type { Rule } from "./readRows";
import { DAY, isSame, isWithin, meets, minus, type Segment } from "./segments";
import type { Week } from "./week";

/** Hours that some days are to have, as one row says them. */
export type Want = { open: boolean; segments: readonly Segment[]; days: readonly number[] };

/**
 * What a schedule's own rows have to say of the days that change, beside what all schedules have in common: and what
 * is left of the hours of a closing row of which some are to be open.
 */
export function wantsOf(week: Week, common: Week, closers: readonly Rule[], changed: readonly number[]): Want[] {
  const wants = new Map<string, Want>();
  function want(open: boolean, segment: Segment, day: number) {
    const key = `${open} ${segment.from} ${segment.to}`;
    wants.set(key, { open, segments: [segment], days: [...(wants.get(key)?.days ?? []), day] });
  }
  for (const day of changed) {
    const open = week[day] ?? [];
    const usual = common[day] ?? [];
    for (const segment of open) if (!isWithin([segment], usual)) want(true, segment, day);
    let taken = [...open];
    for (const { segments } of closers.filter(({ days }) => days.includes(day))) {
      if (meets(segments, open)) for (const segment of minus(segments, taken)) want(false, segment, day);
      taken = [...taken, ...segments];
    }
    for (const segment of minus(usual, taken)) want(false, segment, day);
  }
  return [...wants.values()];
}

const isOf = (want: Want, rule: Rule) =>
  want.open === rule.open && rule.segments.some((segment) => isSame(want.segments, [segment]));

/** The days on which all that a row says is wanted. */
export function daysWanted(rule: Rule, wants: readonly Want[], among: readonly number[]): number[] {
  const parts = wants.filter((want) => isOf(want, rule));
  return parts.length < rule.segments.length
    ? []
    : among.filter((day) => parts.every(({ days }) => days.includes(day)));
}

/** What is still wanted when a row says it on these days. */
export const without = (wants: readonly Want[], rule: Rule, days: readonly number[]): Want[] =>
  wants
    .map((want) => (isOf(want, rule) ? { ...want, days: want.days.filter((day) => !days.includes(day)) } : want))
    .filter((want) => want.days.length > 0);

/** The evenings and mornings of all nights are one row, as people say it. */
export function asNights(wants: readonly Want[]): Want[] {
  const daily = wants.filter(({ open, days }) => open && days.length === 7);
  const morning = daily.find(({ segments }) => segments[0]?.from === 0);
  const evening = daily.find((want) => want !== morning && want.segments[0]?.to === DAY);
  if (morning === undefined || evening === undefined) return [...wants];
  const night = { ...morning, segments: [...morning.segments, ...evening.segments] };
  return [...wants.filter((want) => want !== morning && want !== evening), night];
}

type Days = Pick<Want, "open" | "days">;
const inCommon = (one: Days, other: Days) => one.days.filter((day) => other.days.includes(day)).length;

/** The one that says the same of the most of its days; undefined where none does. */
export function nearest<T extends Days>(among: readonly T[], to: Days): T | undefined {
  const near = among.filter((one) => one.open === to.open && inCommon(one, to) > 0);
  return near.toSorted((a, b) => inCommon(b, to) - inCommon(a, to))[0];
}
