import { type I18n, useI18n } from "../../i18n/i18n";
import { fill, type Language, type Values } from "../../i18n/words";
import { studioEn } from "./en";
import { studioFr } from "./fr";

export type StudioKey = keyof typeof studioEn;
type CountKey = { [K in StudioKey]: K extends `${infer Base}.one` ? Base : never }[StudioKey];

/** French has a space before its tall marks and within its quotes, at which no line may break. */
const unbroken = (french: string) => french.replace(/ (?=[:;?!»])/g, "\u00a0").replace(/« /g, "«\u00a0");

/** The words of the studio; they come with its screens, as no agent reads them. */
export const STUDIO_WORDS: Record<Language, Record<StudioKey, string>> = {
  en: studioEn,
  fr: Object.fromEntries(Object.entries(studioFr).map(([key, words]) => [key, unbroken(words)])) as typeof studioFr,
};

export type Studio = I18n & {
  w: (key: StudioKey, values?: Values) => string;
  /** The singular or plural of a key, with its number as {n}. */
  wn: (key: CountKey, n: number, values?: Values) => string;
  /** The words of a key that is only known at run time; undefined where there are none. */
  known: (key: string, values?: Values) => string | undefined;
};

export function studioOf(i18n: I18n): Studio {
  const words = STUDIO_WORDS[i18n.language];
  return {
    ...i18n,
    w: (key, values) => fill(words[key], values),
    wn: (key, n, values) => fill(words[`${key}.${i18n.formats.plural(n)}`], { n, ...values }),
    known: (key, values) => (key in words ? fill(words[key as StudioKey], values) : undefined),
  };
}

export const useStudio = (): Studio => studioOf(useI18n());
