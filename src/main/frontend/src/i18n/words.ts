import type { en } from "./en";

export type WordKey = keyof typeof en;
export type Words = Record<WordKey, string>;

/** Keys that come in a singular and a plural. */
export type CountKey = { [K in WordKey]: K extends `${infer Base}.one` ? Base : never }[WordKey];

export type Language = "en" | "fr";
export const LANGUAGES: readonly Language[] = ["en", "fr"];

export type Values = Record<string, string | number>;

export function fill(pattern: string, values: Values = {}): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The first language of the reader that we speak, else English. */
export function preferredLanguage(stored: string | null, wished: readonly string[]): Language {
  for (const candidate of stored === null ? wished : [stored, ...wished]) {
    const base = candidate.slice(0, 2).toLowerCase();
    const found = LANGUAGES.find((language) => language === base);
    if (found !== undefined) return found;
  }
  return "en";
}
