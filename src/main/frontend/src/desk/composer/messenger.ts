import type { MessagingPolicy, Verdict } from "../../api/types";

/** From when on a closing window is more than a matter of course. */
const NEAR_MS = 4 * 3_600_000;
const URGENT_MS = 3_600_000;

export type WindowState =
  | { kind: "open"; closesAt: string | null; humanUntil: string | null }
  | { kind: "closing"; closesAt: string; urgent: boolean; humanUntil: string | null }
  | { kind: "human"; until: string | null }
  | { kind: "refused"; code: string | null; reason: string | null };

/** Nothing is known of a window. */
export const OPEN: WindowState = { kind: "open", closesAt: null, humanUntil: null };

const refused = (verdict: Verdict | null): WindowState => ({
  kind: "refused",
  code: verdict?.code ?? null,
  reason: verdict?.reason ?? null,
});

/** What an agent must know about Meta's 24 hours; `now` moves on while the answer of the server stays. */
export function windowState(
  { windowClosesAt, now: verdict, afterwards, humanAgentUntil }: MessagingPolicy,
  now: number,
): WindowState {
  const left = windowClosesAt === null ? null : Date.parse(windowClosesAt) - now;
  const human = afterwards?.allowed === true;
  if (verdict.allowed && verdict.tag === null) {
    const humanUntil = human ? humanAgentUntil : null;
    if (left === null || windowClosesAt === null) return OPEN;
    if (left > NEAR_MS) return { kind: "open", closesAt: windowClosesAt, humanUntil };
    if (left > 0) return { kind: "closing", closesAt: windowClosesAt, urgent: left < URGENT_MS, humanUntil };
    return human ? { kind: "human", until: humanAgentUntil } : refused(afterwards);
  }
  if (!verdict.allowed) return refused(verdict);
  const over = humanAgentUntil !== null && Date.parse(humanAgentUntil) <= now;
  return over ? refused(null) : { kind: "human", until: humanAgentUntil };
}
