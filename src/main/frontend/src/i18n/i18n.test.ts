import { describe, expect, it } from "vitest";
import { en } from "./en";
import { formatsOf } from "./formats";
import { fr } from "./fr";
import { i18nOf } from "./i18n";
import { fill, preferredLanguage, type WordKey } from "./words";

const keys = Object.keys(en) as WordKey[];
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("the words", () => {
  it("are the same in number in both languages", () => {
    expect(Object.keys(fr).sort()).toEqual([...keys].sort());
  });

  it.each(keys)("%s says something in both languages, about the same things", (key) => {
    expect(en[key].trim()).not.toBe("");
    expect(fr[key].trim()).not.toBe("");
    expect(places(fr[key])).toEqual(places(en[key]));
  });

  it("have a plural to every singular", () => {
    const singular = keys.filter((key) => key.endsWith(".one")).map((key) => key.slice(0, -4));
    const plural = keys.filter((key) => key.endsWith(".other")).map((key) => key.slice(0, -6));
    expect(plural).toEqual(singular);
  });

  it("leave a place open rather than hide that its value is missing", () => {
    expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}");
  });
});

describe("counting", () => {
  it("has none in the plural in English and in the singular in French", () => {
    expect(i18nOf("en").tn("list.count", 0)).toBe("0 conversations");
    expect(i18nOf("fr").tn("list.count", 0)).toBe("0 conversation");
    expect(i18nOf("fr").tn("list.count", 2)).toBe("2 conversations");
  });
});

describe("the language", () => {
  it("is the stored one, else the first wished one that is spoken, else English", () => {
    expect(preferredLanguage("fr", ["en"])).toBe("fr");
    expect(preferredLanguage(null, ["de-CH", "fr-CH", "en"])).toBe("fr");
    expect(preferredLanguage("xx", [])).toBe("en");
  });
});

describe("times", () => {
  const at = (text: string) => new Date(text).toISOString();
  const now = new Date("2026-03-04T15:30:00").getTime();
  const formats = formatsOf("en");

  it("name the near days", () => {
    expect(formats.day(at("2026-03-04T00:10:00"), now)).toBe("Today");
    expect(formats.day(at("2026-03-03T23:50:00"), now)).toBe("Yesterday");
    expect(formats.day(at("2026-03-01T12:00:00"), now)).toBe("Sunday");
    expect(formats.day(at("2025-12-24T12:00:00"), now)).toBe("24 December 2025");
    expect(formatsOf("fr").day(at("2026-03-03T12:00:00"), now)).toBe("Hier");
  });

  it("are as short as a row allows", () => {
    expect(formats.ago(at("2026-03-04T15:29:30"), now)).toBeNull();
    expect(formats.ago(at("2026-03-04T15:18:00"), now)).toBe("12\u00a0min");
    expect(formats.ago(at("2026-03-04T09:05:00"), now)).toBe("09:05");
    expect(formats.ago(at("2026-02-04T09:05:00"), now)).toBe("4 Feb");
  });

  it("tell how long somebody has waited", () => {
    expect(formats.span(at("2026-03-04T15:29:30"), now)).toBeNull();
    expect(formats.span(at("2026-03-04T15:23:00"), now)).toBe("7\u00a0min");
    expect(formats.span(at("2026-03-04T14:25:00"), now)).toBe("1h 05");
    expect(formats.span(at("2026-03-02T15:30:00"), now)).toBe("2d");
  });

  it("do not count from a clock that is ahead of ours", () => {
    expect(formats.ago(at("2026-03-04T15:30:20"), now)).toBeNull();
    expect(formats.day(at("2026-03-05T00:00:10"), new Date("2026-03-04T23:59:50").getTime())).toBe("Today");
  });
});

describe("how long something took", () => {
  it.each([
    [null, "–"],
    [0, "0 s"],
    [59, "59 s"],
    [60, "1 min 00 s"],
    [125, "2 min 05 s"],
    [3599, "59 min 59 s"],
    [4321, "1 h 12 min"],
    [7199, "2 h 00 min"],
  ])("%s seconds: %s, and never on two lines", (seconds, told) => {
    for (const language of ["en", "fr"] as const) {
      expect(formatsOf(language).took(seconds)).toBe(told.replaceAll(" ", "\u00a0"));
    }
  });
});

describe("shares", () => {
  it("are written as each language does, whoever tells them", () => {
    expect(formatsOf("en").share(1, 3)).toBe("33%");
    expect(formatsOf("en").percent(33)).toBe("33%");
    expect(formatsOf("fr").share(1, 3)).toMatch(/^33[\u00a0\u202f]%$/);
    expect(formatsOf("fr").percent(33)).toBe(formatsOf("fr").share(1, 3));
  });

  it("are none of nothing", () => {
    expect(formatsOf("en").share(1, 0)).toBeNull();
  });
});
