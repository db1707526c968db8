import { describe, expect, it } from "vitest";
import type { Column } from "../../api/ruleTables";
import { type Condition, writeCell } from "../studio/condition";
import { asAsked, begin, wayOf, waysOf } from "./ways";

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
    const words: Condition = { kind: "words", words: ["*a*"], not: false, raw: false };
    expect(writeCell(begin("containsNot", words))).toBe('? = null or not(contains(?, "a"))');
  });

  it("writes words and values as their column's input is asked", () => {
    const written = (condition: Condition, expression: string) => writeCell(asAsked(condition, column(expression)));
    const stop: Condition = { kind: "values", values: ["STOP", "Désabonner", "C’est\u00a0fini"], not: false };
    const promo: Condition = { kind: "words", words: ["*PROMO*"], not: false, raw: false };

    expect(written(stop, "text")).toBe('"stop","desabonner","c\'est fini"');
    expect(written(stop, "referralRef")).toBe('"STOP","Désabonner","C’est\u00a0fini"');
    expect(written(promo, "text")).toBe('contains(?, "promo")');
    expect(written(promo, "referralRef")).toBe('matches(?, "(?iu)(PROMO)")');
  });
});
