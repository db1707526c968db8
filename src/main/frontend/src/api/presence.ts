import { change, get } from "./http";
import type { Pause, Presence, PresenceState } from "./types";

/** What Pupitre itself calls reasons for a break; others are words that an administrator chose. */
export const KNOWN_REASONS = ["LUNCH", "SHORT_BREAK", "MEETING", "TRAINING"] as const;

export type PresenceWish = { presence: PresenceState; pause?: Pause };
export type BreakReasons = { reasons: string[]; version: number };

export const putPresence = (wish: PresenceWish) => change<Presence>("PUT", "/api/v1/me/presence", wish);
export const fetchBreakReasons = () => get<string[]>("/api/v1/break-reasons");
export const fetchVersionedReasons = () => get<BreakReasons>("/api/v1/break-reasons/versioned");
export const putBreakReasons = (wish: BreakReasons) => change<string[]>("PUT", "/api/v1/break-reasons", wish);
