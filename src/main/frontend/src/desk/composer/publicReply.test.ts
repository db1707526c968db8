import { describe, expect, it } from "vitest";
import { aMessage, anAnswer } from "../../test/fixtures";
import { answered, privateReplyTo } from "./publicReply";

const FRESH = { hidden: false, liked: false, answeredPrivately: false };
const comment = aMessage(1, { via: "PUBLIC", comment: FRESH });
const at = Date.parse(comment.at);
const DAY = 24 * 3_600_000;

describe("a private reply", () => {
  it("is possible once and within seven days", () => {
    expect(privateReplyTo(comment, at + DAY)).toBe("possible");
    expect(privateReplyTo({ ...comment, comment: { ...FRESH, answeredPrivately: true } }, at)).toBe("used");
    expect(privateReplyTo(comment, at + 7 * DAY)).toBe("late");
  });

  it("goes to customers' comments only", () => {
    expect(privateReplyTo(undefined, at)).toBe("none");
    expect(privateReplyTo(anAnswer(2, { via: "PUBLIC" }), at)).toBe("none");
    expect(privateReplyTo(aMessage(3), at)).toBe("none");
  });
});

describe("the comment that is answered", () => {
  const older = aMessage(1, { via: "PUBLIC" });
  const newer = aMessage(2, { via: "PUBLIC" });
  const ours = anAnswer(3, { via: "PUBLIC" });

  it("is the newest of a customer, unless another was chosen", () => {
    expect(answered([older, newer, ours], null)).toBe(newer);
    expect(answered([older, newer, ours], older.mid)).toBe(older);
  });

  it("is none that was deleted", () => {
    expect(answered([older, { ...newer, removedAt: newer.at }], newer.mid)).toBe(older);
  });
});
