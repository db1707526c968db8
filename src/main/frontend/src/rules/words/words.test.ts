import { expect, it } from "vitest";
import { STUDIO_WORDS } from ".";

const slots = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

it("breaks no line before a colon, nor within quotes, in French", () => {
  expect(STUDIO_WORDS.fr["edit.cell"]).toBe("Ligne {row}\u00a0: {column}");
  expect(STUDIO_WORDS.fr["version.reason"]).toBe("«\u00a0{reason}\u00a0»");
});

it("says everything in French, with the same values, and nothing twice by mistake", () => {
  const { en, fr } = STUDIO_WORDS;
  for (const [key, words] of Object.entries(en)) {
    const french = fr[key as keyof typeof fr];
    expect(french.trim(), key).not.toBe("");
    expect(slots(french), key).toEqual(slots(words));
  }
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
});
