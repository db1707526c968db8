import { describe, expect, it } from "vitest";
import type { MessagingPolicy, Verdict } from "../../api/types";
import { OPEN, windowState } from "./messenger";

const NOON = Date.parse("2026-03-02T12:00:00Z");
const HUMAN_UNTIL = "2026-03-08T09:00:00Z";
const RESPONSE: Verdict = { allowed: true, type: "RESPONSE", tag: null, code: null, reason: null };
const HUMAN: Verdict = { allowed: true, type: "MESSAGE_TAG", tag: "HUMAN_AGENT", code: null, reason: null };
const REFUSED: Verdict = {
  allowed: false,
  type: null,
  tag: null,
  code: "WINDOW_CLOSED",
  reason: "The 24 hours are over.",
};
const policy = (changes: Partial<MessagingPolicy> = {}): MessagingPolicy => ({
  windowClosesAt: "2026-03-03T09:00:00Z",
  now: RESPONSE,
  afterwards: REFUSED,
  humanAgentUntil: null,
  ...changes,
});

describe("Meta's window", () => {
  it("tells its end, and what comes then, while it is wide open", () => {
    expect(windowState(policy(), NOON)).toEqual({ kind: "open", closesAt: "2026-03-03T09:00:00Z", humanUntil: null });
    expect(windowState(policy({ afterwards: HUMAN, humanAgentUntil: HUMAN_UNTIL }), NOON)).toMatchObject({
      kind: "open",
      humanUntil: HUMAN_UNTIL,
    });
    expect(windowState(policy({ windowClosesAt: null }), NOON)).toEqual(OPEN);
  });

  it("is spoken of when it closes soon, and urgently in the last hour", () => {
    const soon = policy({ windowClosesAt: "2026-03-02T14:00:00Z" });

    expect(windowState(soon, NOON)).toMatchObject({ kind: "closing", urgent: false, humanUntil: null });
    expect(windowState(soon, NOON + 90 * 60_000)).toMatchObject({ kind: "closing", urgent: true });
  });

  it("closes on the screen without another answer of the server", () => {
    const soon = policy({ windowClosesAt: "2026-03-02T12:30:00Z" });
    const human = { ...soon, afterwards: HUMAN, humanAgentUntil: HUMAN_UNTIL };

    expect(windowState(soon, NOON + 3_600_000)).toEqual({
      kind: "refused",
      code: "WINDOW_CLOSED",
      reason: "The 24 hours are over.",
    });
    expect(windowState(human, NOON + 3_600_000)).toEqual({ kind: "human", until: HUMAN_UNTIL });
  });

  it("lets a human answer for seven days where the Page has the feature", () => {
    const human = policy({ now: HUMAN, humanAgentUntil: HUMAN_UNTIL });

    expect(windowState(human, NOON)).toEqual({ kind: "human", until: HUMAN_UNTIL });
    expect(windowState(human, Date.parse(HUMAN_UNTIL))).toEqual({ kind: "refused", code: null, reason: null });
  });

  it("says why nothing may be sent", () => {
    expect(windowState(policy({ now: REFUSED }), NOON)).toEqual({
      kind: "refused",
      code: "WINDOW_CLOSED",
      reason: "The 24 hours are over.",
    });
  });
});
