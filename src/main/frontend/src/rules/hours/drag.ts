import { DAY } from "./segments";
import { nextDay, type Range } from "./week";

export const SNAP = 15;
/** Where on the grid a pointer is. */
export type Spot = { day: number; minute: number };
/** What is held: free time, a stretch, or one of its ends. */
export type Grip = "free" | "whole" | "from" | "to";
export type Drag = { grip: Grip; range: Range | null; began: Spot; at: Spot };

const dayBefore = (day: number) => (day + 6) % 7;
const snapped = (minute: number) => Math.round(minute / SNAP) * SNAP;
/** The least holds where both cannot: a stretch may be shorter than a quarter. */
const clamp = (value: number, least: number, most: number) => Math.max(Math.min(value, most), least);

function drawn(began: Spot, at: Spot): Range {
  const { day } = began;
  // Into the next day only where that is a night: a hand that slips beside the day means the day.
  if (at.day === nextDay(day) && at.minute < began.minute)
    return { day, from: snapped(began.minute), to: DAY + Math.max(snapped(at.minute), SNAP) };
  const from = clamp(Math.floor(Math.min(began.minute, at.minute) / SNAP) * SNAP, 0, DAY - SNAP);
  const to = Math.ceil(Math.max(began.minute, at.minute) / SNAP) * SNAP;
  return { day, from, to: Math.max(to, from + SNAP) };
}

function moved({ day, from, to }: Range, days: number, minutes: number): Range {
  const length = to - from;
  const latest = to > DAY ? DAY - SNAP : DAY - length;
  const begin = clamp(from + minutes, 0, Math.max(latest, 0));
  return { day: (day + days + 7) % 7, from: begin, to: begin + length };
}

function fromEnd({ day, to }: Range, at: Spot): Range {
  const minute = snapped(at.minute);
  if (to > DAY && at.day === nextDay(day))
    return { day: at.day, from: clamp(minute, 0, to - DAY - SNAP), to: to - DAY };
  if (to <= DAY && at.day === dayBefore(day) && minute >= to)
    return { day: at.day, from: Math.min(minute, DAY - SNAP), to: to + DAY };
  return { day, from: clamp(minute, Math.max(to - DAY, 0), Math.min(to, DAY) - SNAP), to };
}

function toEnd({ day, from }: Range, at: Spot): Range {
  const minute = snapped(at.minute);
  if (at.day === nextDay(day) && minute <= from) return { day, from, to: DAY + Math.max(minute, SNAP) };
  return { day, from, to: clamp(minute, Math.min(from + SNAP, DAY), DAY) };
}

/** What a stretch is while it is dragged. */
export function dragged({ grip, range, began, at }: Drag): Range {
  if (range === null || grip === "free") return drawn(began, at);
  if (grip === "from") return fromEnd(range, at);
  if (grip === "to") return toEnd(range, at);
  return moved(range, at.day - began.day, snapped(at.minute - began.minute));
}

export type Key = { key: string; shiftKey: boolean; altKey: boolean };

/** What a key makes of a stretch; null where it means nothing. */
export function pressed(range: Range, { key, shiftKey, altKey }: Key): Range | null {
  if (key === "ArrowLeft" || key === "ArrowRight")
    return shiftKey || altKey ? null : moved(range, key === "ArrowLeft" ? -1 : 1, 0);
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const step = key === "ArrowUp" ? -SNAP : SNAP;
  const { day, from, to } = range;
  if (shiftKey) return { day, from, to: clamp(to + step, from + SNAP, from + DAY) };
  if (altKey) return { day, from: clamp(from + step, Math.max(to - DAY, 0), Math.min(to, DAY) - SNAP), to };
  return moved(range, 0, step);
}
