import type { MessagingPolicy, Verdict } from "../../api/types";

/** From when on a closing window is worth a word. */
const NEAR_MS = 4 * 3_600_000;
const URGENT_MS = 3_600_000;

export type WindowState =
  | { kind: "open" }
  | { kind: "closing"; closesAt: string; urgent: boolean; humanUntil: string | null }
  | { kind: "human"; until: string | null }
  | { kind: "refused"; code: string | null; reason: string | null };

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
    if (left === null || windowClosesAt === null || left > NEAR_MS) return { kind: "open" };
    if (left > 0) {
      return {
        kind: "closing",
        closesAt: windowClosesAt,
        urgent: left < URGENT_MS,
        humanUntil: human ? humanAgentUntil : null,
      };
    }
    return human ? { kind: "human", until: humanAgentUntil } : refused(afterwards);
  }
  if (!verdict.allowed) return refused(verdict);
  const over = humanAgentUntil !== null && Date.parse(humanAgentUntil) <= now;
  return over ? refused(null) : { kind: "human", until: humanAgentUntil };
}
