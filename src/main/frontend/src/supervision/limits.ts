import type { LimitValues } from "../api/alerts";

/** What a campaign has for which nobody set anything. */
export const USUAL = { waiting: 10, longestWait: 300, serviceLevel: null } as const;

/** In seconds, the largest last. */
export const UNITS = { seconds: 1, minutes: 60, hours: 3600 } as const;
export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as Unit[];

/** The service level is measured by the campaign's own target, by another, or not at all. */
export const LEVELS = ["target", "percent", "never"] as const;
export type Level = (typeof LEVELS)[number];

export const MOST_WAITING = 100_000;
export const LONGEST_WAIT_S = 604_800;
export const USUAL_PERCENT = 80;

/** Limits while they are typed; an empty field is a limit that is not watched. */
export type LimitsDraft = {
  waiting: string | number;
  longest: string | number;
  unit: Unit;
  level: Level;
  percent: string | number;
};
export type LimitField = "waiting" | "longest" | "percent";

export const isUsual = ({ waiting, longestWait, serviceLevel }: LimitValues): boolean =>
  waiting === USUAL.waiting && longestWait === USUAL.longestWait && serviceLevel === USUAL.serviceLevel;

/** The largest unit in which it is a whole number. */
export function unitOf(seconds: number): Unit {
  return [...UNIT_NAMES].reverse().find((unit) => seconds > 0 && seconds % UNITS[unit] === 0) ?? "minutes";
}

export function draftOf({ waiting, longestWait, serviceLevel }: LimitValues): LimitsDraft {
  const unit = unitOf(longestWait);
  return {
    waiting: waiting === 0 ? "" : waiting,
    longest: longestWait === 0 ? "" : longestWait / UNITS[unit],
    unit,
    level: serviceLevel === null ? "target" : serviceLevel === 0 ? "never" : "percent",
    percent: serviceLevel === null || serviceLevel === 0 ? USUAL_PERCENT : serviceLevel,
  };
}

/** Without who has set them, and when. */
export const valuesOf = ({ waiting, longestWait, serviceLevel }: LimitValues): LimitValues => ({
  waiting,
  longestWait,
  serviceLevel,
});

const whole = (typed: string | number, least: number, most: number): number | null => {
  const number = typed === "" ? Number.NaN : Number(typed);
  return Number.isInteger(number) && number >= least && number <= most ? number : null;
};

/** How much may be typed in this unit. */
export const longestIn = (unit: Unit): number => Math.floor(LONGEST_WAIT_S / UNITS[unit]);

/** What cannot be meant. */
export function faultsOf(draft: LimitsDraft): Set<LimitField> {
  const faults = new Set<LimitField>();
  if (draft.waiting !== "" && whole(draft.waiting, 0, MOST_WAITING) === null) faults.add("waiting");
  if (draft.longest !== "" && whole(draft.longest, 0, longestIn(draft.unit)) === null) faults.add("longest");
  if (draft.level === "percent" && whole(draft.percent, 1, 100) === null) faults.add("percent");
  return faults;
}

/** What was typed, once nothing of it is at fault. */
export function limitsOf(draft: LimitsDraft): LimitValues {
  const levels: Record<Level, number | null> = { target: null, percent: Number(draft.percent), never: 0 };
  return {
    waiting: draft.waiting === "" ? 0 : Number(draft.waiting),
    longestWait: draft.longest === "" ? 0 : Number(draft.longest) * UNITS[draft.unit],
    serviceLevel: levels[draft.level],
  };
}
