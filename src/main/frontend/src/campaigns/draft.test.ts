import { describe, expect, it } from "vitest";
import { aCampaign } from "../test/campaigns";
import { changesOf, languagesOf, numberIn, onTopOf, raised, sectionOf, spanOf, wordsOf } from "./draft";

describe("a campaign being changed", () => {
  const before = aCampaign();

  it("sends only what is not as it was", () => {
    const after = aCampaign({ name: "Shop", thresholds: { ...before.thresholds, idle: 900 } });

    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, after)).toEqual({ name: "Shop", thresholds: after.thresholds });
  });

  it("keeps one's own changes on top of what somebody else made of it", () => {
    const theirs = aCampaign({ version: 2, name: "Theirs", objective: "Sell" });

    const both = onTopOf(theirs, before, aCampaign({ name: "Mine" }));

    expect(both).toEqual({ ...theirs, name: "Mine" });
  });
});

describe("the parts of a campaign", () => {
  it.each([
    ["name", "general"],
    ["thresholds.idle", "waiting"],
    ["cannedResponses[3].text.fr", "canned"],
    ["members.list[0].capacity", "people"],
    ["greeting.text", "texts"],
    ["whatever", "general"],
  ])("%s stands under %s", (field, section) => {
    expect(sectionOf(field)).toBe(section);
  });
});

describe("what is written into fields", () => {
  it("is words with commas between them, each once", () => {
    expect(wordsOf(" shoes, , hats,shoes ")).toEqual(["shoes", "hats"]);
  });

  it.each([
    ["12", 12],
    [" 12 ", 12],
    ["0,5", null],
    ["", null],
    ["101", null],
    ["-1", null],
    ["abc", null],
  ])("%j is %j as a whole number up to 100", (text, number) => {
    expect(numberIn(text, 0, 100, 1)).toBe(number);
  });

  it("takes a comma where a part of one is meant", () => {
    expect(numberIn("0,5", 0, 1, 0.01)).toBe(0.5);
  });

  it("counts seconds as a person does", () => {
    expect(spanOf(5_430)).toBe("1\u00a0h 30\u00a0min 30\u00a0s");
    expect(spanOf(60)).toBe("1\u00a0min");
  });

  it("shows the language for all others first", () => {
    expect(languagesOf({ "fr-CA": "Allô", default: "Hello", en: "Hi" })).toEqual(["default", "fr-CA", "en"]);
    expect(languagesOf({})).toEqual(["default"]);
  });

  it("moves one up, but not above the first", () => {
    expect(raised(["a", "b", "c"], 2)).toEqual(["a", "c", "b"]);
    expect(raised(["a", "b"], 0)).toEqual(["a", "b"]);
  });
});
