import { describe, expect, it } from "vitest";
import { type Condition, readCell, writeCell } from "./condition";
import { folded } from "./folded";
import asked from "./folded.json";
import { writePatterns } from "./patterns";
import fixture from "./words.json";

const both: [string, Condition][] = [
  ["-", { kind: "any" }],
  ["true", { kind: "boolean", value: true }],
  ['"Monday","Tuesday"', { kind: "values", values: ["Monday", "Tuesday"], not: false }],
  ['not("a, b","say \\"c\\"")', { kind: "values", values: ["a, b", 'say "c"'], not: true }],
  ['contains(?, "urgent")', { kind: "words", words: ["*urgent*"], not: false, raw: false }],
  [
    '? = null or not(contains(?, "a") or contains(?, "b c"))',
    { kind: "words", words: ["*a*", "*b c*"], not: true, raw: false },
  ],
  ['[time("09:00:00")..time("18:00:00"))', { kind: "hours", from: "09:00", to: "18:00" }],
  ['>= time("22:00:00"),< time("06:00:00")', { kind: "hours", from: "22:00", to: "06:00" }],
  ['date("2026-12-25")', { kind: "dates", from: "2026-12-25", to: "2026-12-25" }],
  ['[date("2026-12-24")..date("2026-12-26")]', { kind: "dates", from: "2026-12-24", to: "2026-12-26" }],
  ['"Closed.\\nSee \\"you\\"\\t\\\\n"', { kind: "values", values: ['Closed.\nSee "you"\t\\n'], not: false }],
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
      { kind: "words", words: [" ", "*"], not: false, raw: false },
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

type Written = { words: string[]; read?: string[]; not?: boolean; raw?: boolean; feel: string };

// What they match is asked of both engines by HelperWordsCases.
describe("words", () => {
  it.each(fixture as Written[])(
    "$words are written and read back",
    ({ words, read, not = false, raw = false, feel }) => {
      expect(writeCell({ kind: "words", words, not, raw })).toBe(feel);
      expect(readCell(feel)).toEqual({ kind: "words", words: read ?? words.map(raw ? String : folded), not, raw });
      expect(writeCell(readCell(feel))).toBe(feel);
    },
  );

  it("are read as they were written once", () => {
    const LATIN = 'matches(?, "(^|[^a-z0-9])(refund[a-z0-9]*|order +number)([^a-z0-9]|$)")';
    expect(readCell(`not(${LATIN} or contains(?, "bio"))`)).toEqual({
      kind: "words",
      words: ["refund*", "order number", "*bio*"],
      not: true,
      raw: false,
    });
  });

  it("stay FEEL where it is not all of one kind", () => {
    for (const feel of ['contains(?, "a") or matches(?, "(?iu)(b)")', 'contains(?, "a") or starts with(?, "b")'])
      expect(readCell(feel)).toEqual({ kind: "feel", text: feel });
  });

  it("lose brackets, as they have a meaning between brackets", () => {
    expect(writePatterns(["[urgent]"], false)).toBe(writePatterns(["urgent"], false));
  });
});

it.each(asked)("%j is asked as %j", (written, text) => {
  expect(folded(written ?? "")).toBe(text);
});
