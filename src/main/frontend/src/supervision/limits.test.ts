import { describe, expect, it } from "vitest";
import { draftOf, faultsOf, isUsual, limitsOf, USUAL, unitOf } from "./limits";

describe("limits of alerts", () => {
  it.each([
    { waiting: 10, longestWait: 300, serviceLevel: null },
    { waiting: 0, longestWait: 0, serviceLevel: 0 },
    { waiting: 3, longestWait: 90, serviceLevel: 75 },
    { waiting: 100_000, longestWait: 604_800, serviceLevel: 100 },
  ])("come back as they were when nothing is typed: %j", (limits) => {
    const draft = draftOf(limits);

    expect(faultsOf(draft).size).toBe(0);
    expect(limitsOf(draft)).toEqual(limits);
  });

  it("are shown in the largest unit that tells them whole", () => {
    expect([45, 90, 300, 3600, 5400, 0].map(unitOf)).toEqual([
      "seconds",
      "seconds",
      "minutes",
      "hours",
      "minutes",
      "minutes",
    ]);
  });

  it("are not watched where the field is empty", () => {
    const draft = { ...draftOf(USUAL), waiting: "", longest: "", level: "never" as const };

    expect(limitsOf(draft)).toEqual({ waiting: 0, longestWait: 0, serviceLevel: 0 });
  });

  it("have to be whole numbers within what can be meant", () => {
    const draft = draftOf(USUAL);

    expect([...faultsOf({ ...draft, waiting: "ten", longest: 1.5, level: "percent", percent: 0 })]).toEqual([
      "waiting",
      "longest",
      "percent",
    ]);
    expect([...faultsOf({ ...draft, longest: 169, unit: "hours" })]).toEqual(["longest"]);
    expect([...faultsOf({ ...draft, waiting: -1 })]).toEqual(["waiting"]);
    expect(faultsOf({ ...draft, level: "target", percent: "" }).size).toBe(0);
  });

  it("are the usual ones until somebody sets others", () => {
    expect(isUsual(USUAL)).toBe(true);
    expect(isUsual({ ...USUAL, longestWait: 301 })).toBe(false);
  });
});
