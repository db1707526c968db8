import { describe, expect, it } from "vitest";
import { type Condition, readCell, writeCell } from "./condition";
import { writePatterns } from "./patterns";

const both: [string, Condition][] = [
  ["-", { kind: "any" }],
  ["true", { kind: "boolean", value: true }],
  ['"Monday","Tuesday"', { kind: "values", values: ["Monday", "Tuesday"], not: false }],
  ['not("a, b","say \\"c\\"")', { kind: "values", values: ["a, b", 'say "c"'], not: true }],
  ['contains(?, "urgent")', { kind: "words", words: ["*urgent*"], not: false }],
  ['not(contains(?, "a") or contains(?, "b c"))', { kind: "words", words: ["*a*", "*b c*"], not: true }],
  ['[time("09:00:00")..time("18:00:00"))', { kind: "hours", from: "09:00", to: "18:00" }],
  ['>= time("22:00:00"),< time("06:00:00")', { kind: "hours", from: "22:00", to: "06:00" }],
  ['date("2026-12-25")', { kind: "dates", from: "2026-12-25", to: "2026-12-25" }],
  ['[date("2026-12-24")..date("2026-12-26")]', { kind: "dates", from: "2026-12-24", to: "2026-12-26" }],
  ["< 168", { kind: "number", test: "<", value: "168" }],
  ["10", { kind: "number", test: "=", value: "10" }],
  ['string length(?) > 3 and "x" < ?', { kind: "feel", text: 'string length(?) > 3 and "x" < ?' }],
];

describe("a cell", () => {
  it.each(both)("%s is read and written the same", (feel, condition) => {
    expect(readCell(feel)).toEqual(condition);
    expect(writeCell(condition)).toBe(feel);
  });

  it("that says nothing yet lets everything pass", () => {
    const unsaid: Condition[] = [
      { kind: "values", values: [], not: true },
      { kind: "words", words: [" ", "*"], not: false },
      { kind: "hours", from: "09:00", to: "" },
      { kind: "dates", from: "", to: "" },
      { kind: "number", test: "<", value: "" },
    ];
    for (const condition of unsaid) expect(writeCell(condition)).toBe("-");
  });

  it("is left as it is where it only looks like a list", () => {
    for (const feel of ['"a" "b"', '"a",', "a,b", 'not("a") and x', '"a'])
      expect(readCell(feel)).toEqual({ kind: "feel", text: feel });
  });
});

describe("words", () => {
  const regexOf = (...words: string[]) => new RegExp(/"(.*)"/.exec(writePatterns(words))?.[1] ?? "nothing");

  it("stand alone, and are found among others and beside signs", () => {
    const refund = regexOf("Refund");
    for (const text of ["refund", "a refund, please", "refund!"]) expect(text).toMatch(refund);
    for (const text of ["refunds", "prefund"]) expect(text).not.toMatch(refund);
  });

  it("may begin or end longer ones", () => {
    expect("they refunded me").toMatch(regexOf("refund*"));
    expect("prefund").not.toMatch(regexOf("refund*"));
    expect("prefund").toMatch(regexOf("*fund"));
    expect("my order  number").toMatch(regexOf("order number"));
  });

  it("lose their accents and capitals, and are read back", () => {
    for (const words of [
      ["remboursé*", "Été"],
      ["*Bio*", "c++", "a|b"],
    ]) {
      const feel = writeCell({ kind: "words", words, not: false });
      expect(readCell(feel)).toMatchObject({ kind: "words" });
      expect(writeCell(readCell(feel))).toBe(feel);
    }
    expect(readCell(writeCell({ kind: "words", words: ["Été"], not: true }))).toEqual({
      kind: "words",
      words: ["ete"],
      not: true,
    });
    expect("c++ and more").toMatch(regexOf("c++"));
  });
});

it("brackets are left out of words, as they have a meaning between brackets", () => {
  expect(writePatterns(["[urgent]"])).toBe(writePatterns(["urgent"]));
});
