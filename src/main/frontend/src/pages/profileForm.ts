import type { MenuEntry, MessengerProfile } from "../api/pages";
import { outside } from "../shell/addresses";

/** Messenger Profile API: greeting, ice breakers, persistent menu. */
export const LIMITS = { greeting: 160, breakers: 4, question: 80, menu: 20, title: 30, payload: 1000 };
export const DEFAULT_LOCALE = "default";

/** Languages that can be greeted in; others are kept as they come. */
export const LOCALES = [
  "fr_FR",
  "fr_CA",
  "en_US",
  "en_GB",
  "de_DE",
  "es_ES",
  "it_IT",
  "nl_NL",
  "pt_PT",
  "pt_BR",
  "pl_PL",
  "ar_AR",
];

type Keyed<T> = T & { key: number };
export type ProfileRows = {
  greetings: Keyed<{ locale: string; text: string }>[];
  getStarted: string;
  iceBreakers: Keyed<{ question: string; payload: string }>[];
  menu: Keyed<MenuEntry>[];
};

let lastKey = 0;
export const keyed = <T extends object>(row: T): Keyed<T> => ({ ...row, key: ++lastKey });
const bare = <T extends object>({ key: _, ...row }: Keyed<T>) => row;

export function rowsOf({ greetings, getStarted, iceBreakers, menu }: MessengerProfile): ProfileRows {
  const greeted = greetings.length === 0 ? [{ locale: DEFAULT_LOCALE, text: "" }] : greetings;
  return {
    greetings: greeted.map(keyed),
    getStarted: getStarted ?? "",
    iceBreakers: iceBreakers.map(keyed),
    menu: menu.map(keyed),
  };
}

export function profileOf({ greetings, getStarted, iceBreakers, menu }: ProfileRows): MessengerProfile {
  return {
    greetings: greetings.map(bare).filter(({ text }) => text.trim() !== ""),
    getStarted: getStarted.trim() === "" ? null : getStarted.trim(),
    iceBreakers: iceBreakers.map(bare),
    menu: menu.map(bare),
  };
}

export type ProfileFault = "fault" | "needsDefault" | "menuNeedsStart";

/** What keeps the profile from being sent. */
export function faultOf({ greetings, getStarted, iceBreakers, menu }: ProfileRows): ProfileFault | null {
  const blank = (text: string) => text.trim() === "";
  const incomplete =
    iceBreakers.some(({ question, payload }) => blank(question) || blank(payload)) ||
    menu.some(({ title, value }) => blank(title) || blank(value)) ||
    menu.some(({ kind, value }) => kind === "LINK" && outside(value)?.startsWith("https://") !== true);
  if (incomplete) return "fault";
  const greeted = greetings.filter(({ text }) => !blank(text));
  if (greeted.length > 0 && greeted.every(({ locale }) => locale !== DEFAULT_LOCALE)) return "needsDefault";
  return menu.length > 0 && blank(getStarted) ? "menuNeedsStart" : null;
}
