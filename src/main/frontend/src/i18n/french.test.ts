import { describe, expect, it } from "vitest";
import { fr } from "./fr";
import { processFr } from "./process.fr";

const texts = [...Object.entries(fr), ...Object.entries(processFr)];

/** What of a text is set without the no-break space that French wants; times and parts of addresses want none. */
function looseIn(text: string): string[] {
  const prose = text.replace(/\w+:\/\/\S+|\?\w+=|\d+:\d+/g, "");
  return [
    ...prose.matchAll(/ [:;?!»]|« /g),
    ...prose.matchAll(/[^\s:;?!«][;?!»](?=[\s.,)]|$)/g),
    ...prose.matchAll(/[\p{L}\d})]:(?=\s|$)/gu),
    ...prose.matchAll(/«(?!\u00a0)|\u202f/g),
  ].map(([found]) => found);
}

describe("the French words", () => {
  it.each(texts)("%s keep their signs by a no-break space", (_, text) => {
    expect(looseIn(text)).toEqual([]);
  });

  it.each(["Quoi ?", "Quoi?", "Nom : x", "Nom: x", "« a\u00a0»", "«\u00a0a »", "«a\u00a0»"])(
    "would not keep %s",
    (text) => {
      expect(looseIn(text)).not.toEqual([]);
    },
  );

  it.each(["Quoi\u00a0?", "À 12:30", "https://a.example/?b", "«\u00a0a\u00a0»\u00a0!", "Quoi\u00a0?!"])(
    "keep %s",
    (text) => {
      expect(looseIn(text)).toEqual([]);
    },
  );
});
