import { describe, expect, it } from "vitest";
import type { Column } from "../../api/ruleTables";
import { writeCell } from "../studio/condition";
import { begin, wayOf, waysOf } from "./ways";

const column = (expression: string, type = "string", choices: Column["choices"] = null): Column => ({
  label: expression,
  expression,
  type,
  choices,
});

describe("a cell's helper", () => {
  it("speaks the way its column does", () => {
    expect(waysOf(column("text"))[1]).toBe("contains");
    expect(waysOf(column("weekday"))).toContain("days");
    expect(waysOf(column("time(localTime)", "time"))).toEqual(["any", "hours", "feel"]);
    expect(waysOf(column("campaign", "string", [{ value: "sales", label: "Sales" }]))).toEqual([
      "any",
      "values",
      "not",
      "feel",
    ]);
  });

  it("recognises what is written, and leaves to FEEL what it has no words for", () => {
    expect(wayOf('not("Sunday")', column("weekday"))).toBe("daysNot");
    expect(wayOf('"Someday"', column("weekday"))).toBe("feel");
    expect(wayOf('not(contains(?, "a"))', column("text"))).toBe("containsNot");
    expect(wayOf('contains(?, "a")', column("campaign", "string", []))).toBe("feel");
    expect(wayOf("< 24", column("hours", "number"))).toBe("number");
  });

  it("keeps the words when they are to be missing instead", () => {
    const words = { kind: "words", words: ["*a*"], not: false } as const;
    expect(writeCell(begin("containsNot", { ...words, words: ["*a*"] }))).toBe('not(contains(?, "a"))');
  });
});
