import { describe, expect, it } from "vitest";
import { messagesOf } from "./split";

describe("a long text", () => {
  it("is one message up to the limit", () => {
    expect(messagesOf("")).toBe(1);
    expect(messagesOf("x".repeat(2000))).toBe(1);
  });

  it("is several beyond it", () => {
    expect(messagesOf("x".repeat(2001))).toBe(2);
    expect(messagesOf("x".repeat(6000))).toBe(3);
  });

  it("is not torn within a sign of several code units", () => {
    const family = "👨‍👩‍👧‍👦";
    expect(messagesOf(family.repeat(Math.floor(2000 / family.length)) + family)).toBe(2);
    expect(messagesOf(`${"x".repeat(1999)}${family}`)).toBe(2);
  });
});
