import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { en } from "./en";
import { type Formats, formatsOf } from "./formats";
import { fr } from "./fr";
import { type CountKey, fill, type Language, preferredLanguage, type Values, type WordKey, type Words } from "./words";

const STORED = "pupitre.language";
const WORDS: Record<Language, Words> = { en, fr };

export type I18n = {
  language: Language;
  setLanguage: (language: Language) => void;
  t: (key: WordKey, values?: Values) => string;
  /** The singular or plural of a key, with its number as {n}. */
  tn: (key: CountKey, n: number) => string;
  formats: Formats;
};

export function i18nOf(language: Language, setLanguage: (language: Language) => void = () => {}): I18n {
  const words = WORDS[language];
  const formats = formatsOf(language);
  return {
    language,
    setLanguage,
    formats,
    t: (key, values) => fill(words[key], values),
    tn: (key, n) => fill(words[`${key}.${formats.plural(n)}`], { n }),
  };
}

const Context = createContext<I18n>(i18nOf("en"));

export function I18nProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    preferredLanguage(localStorage.getItem(STORED), navigator.languages ?? []),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () =>
      i18nOf(language, (chosen) => {
        localStorage.setItem(STORED, chosen);
        setLanguage(chosen);
      }),
    [language],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useI18n = () => useContext(Context);
