import { expect, it } from "vitest";
import { retentionOf } from "./retention";

it("keeps for ever when nothing is typed", () => {
  expect(retentionOf("  ")).toBeNull();
});

it.each([
  ["1", 1],
  [" 3650 ", 3650],
  ["0", "bad"],
  ["3651", "bad"],
  ["1.5", "bad"],
  ["-3", "bad"],
  ["ten", "bad"],
] as const)("reads %s", (typed, days) => {
  expect(retentionOf(typed)).toBe(days);
});
