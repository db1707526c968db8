import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Formats, formatsOf } from "./formats";
import { type CountKey, fill, type Language, preferredLanguage, type Values, type WordKey, type Words } from "./words";

const STORED = "pupitre.language";
const LOADERS: Record<Language, () => Promise<Words>> = {
  en: async () => (await import("./en")).en,
  fr: async () => (await import("./fr")).fr,
};
const loaded: Partial<Record<Language, Words>> = {};

/** Fetches a language's words: one language is a twelfth of the first screen, and nobody reads two. */
export async function loadWords(language: Language): Promise<void> {
  loaded[language] ??= await LOADERS[language]();
}

function wordsOf(language: Language): Words {
  const words = loaded[language];
  if (words === undefined) throw new Error(`Expected the words of ${language}, but they were not loaded`);
  return words;
}

/** Whether there are words for what the server names. */
export const isWord = (key: string): key is WordKey => Object.values(loaded).some((words) => key in words);

/** In which language this browser begins. */
export const firstLanguage = (): Language => preferredLanguage(localStorage.getItem(STORED), navigator.languages ?? []);

export type I18n = {
  language: Language;
  setLanguage: (language: Language) => void;
  t: (key: WordKey, values?: Values) => string;
  /** The singular or plural of a key, with its number as {n}. */
  tn: (key: CountKey, n: number) => string;
  formats: Formats;
};

export function i18nOf(language: Language, setLanguage: (language: Language) => void = () => {}): I18n {
  const formats = formatsOf(language);
  return {
    language,
    setLanguage,
    formats,
    t: (key, values) => fill(wordsOf(language)[key], values),
    tn: (key, n) => fill(wordsOf(language)[`${key}.${formats.plural(n)}`], { n }),
  };
}

const Context = createContext<I18n>(i18nOf("en"));

export function I18nProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () =>
      i18nOf(language, (chosen) => {
        void loadWords(chosen).then(() => {
          localStorage.setItem(STORED, chosen);
          setLanguage(chosen);
        });
      }),
    [language],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useI18n = () => useContext(Context);
