import type { Language } from "./words";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0);
const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Dates, times and spans as a reader of one language writes them. */
export type Formats = ReturnType<typeof formatsOf>;

export function formatsOf(language: Language) {
  // English with the 24-hour clock of the desks that use it; "en" alone would give AM and PM.
  const locale = language === "en" ? "en-GB" : "fr-FR";
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "medium" });
  const moment = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long" });
  const shortDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
  const longDay = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
  const longDayYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
  const nearDay = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const unit = (name: "hour" | "day") =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "narrow" });
  const units = { hour: unit("hour"), day: unit("day") };
  const minutes = (span: number) => `${Math.floor(span / MINUTE)}\u00a0min`;
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const degrees = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const west = language === "fr" ? "O" : "W";
  const sizes = (["byte", "kilobyte", "megabyte"] as const).map(
    (name) =>
      new Intl.NumberFormat(locale, { style: "unit", unit: name, maximumFractionDigits: name === "megabyte" ? 1 : 0 }),
  );
  const bytes = (size: number) => {
    const step = size < 1_000 ? 0 : size < 1_000_000 ? 1 : 2;
    return sizes[step]?.format(size / 1_000 ** step) ?? "";
  };
  const plural = new Intl.PluralRules(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });

  const daysAgo = (at: number, now: number) => Math.round((startOfDay(now) - startOfDay(at)) / DAY);

  return {
    locale,
    plural: (n: number) => (plural.select(n) === "one" ? "one" : "other") as "one" | "other",
    clock: (iso: string) => clock.format(Date.parse(iso)),
    date: (iso: string) => longDayYear.format(Date.parse(iso)),
    full: (iso: string) => full.format(Date.parse(iso)),
    exact: (iso: string) => exact.format(Date.parse(iso)),
    moment: (iso: string) => moment.format(Date.parse(iso)),

    /** A language as Facebook writes it, such as fr_CA, in words. */
    language(code: string): string {
      try {
        return capitalise(languages.of(code.replace("_", "-")) ?? code);
      } catch {
        return code;
      }
    },

    bytes: (size: number) => bytes(size),

    /** "87%" of a hundred, or "87 %". */
    percent: (hundredths: number) => percent.format(hundredths / 100),

    /** A share of a whole; nothing of nothing. */
    share: (part: number, whole: number) => (whole === 0 ? null : percent.format(part / whole)),

    /** How long something took, such as "45 s", "4 min 05 s" or "1 h 12 min"; a dash where nothing did. */
    took(seconds: number | null): string {
      if (seconds === null) return "–";
      const [one, large, small] = seconds < 3600 ? [1, "min", "s"] : [60, "h", "min"];
      const all = Math.round(seconds / one);
      if (all < 60) return `${all}\u00a0${small}`;
      return `${Math.floor(all / 60)}\u00a0${large}\u00a0${String(all % 60).padStart(2, "0")}\u00a0${small}`;
    },

    /** "48.8584° N, 2.2945° E". */
    coordinates: (latitude: number, longitude: number) =>
      `${degrees.format(Math.abs(latitude))}°\u00a0${latitude < 0 ? "S" : "N"}, ${degrees.format(Math.abs(longitude))}°\u00a0${
        longitude < 0 ? west : "E"
      }`,

    /** "Today", "Yesterday", "Monday", "Friday 3 July", "3 July 2024". */
    day(iso: string, now: number): string {
      const at = Date.parse(iso);
      const days = daysAgo(at, now);
      if (days <= 1) return capitalise(nearDay.format(-Math.max(days, 0), "day"));
      if (days < 7) return capitalise(weekday.format(at));
      const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
      return capitalise((sameYear ? longDay : longDayYear).format(at));
    },

    /** A point in time as short as a list row allows; null while it is "now". */
    ago(iso: string, now: number): string | null {
      const at = Date.parse(iso);
      const past = now - at;
      if (past < MINUTE) return null;
      if (past < HOUR) return minutes(past);
      if (daysAgo(at, now) === 0) return clock.format(at);
      if (daysAgo(at, now) < 7) return weekday.format(at).slice(0, 3);
      return shortDay.format(at);
    },

    /** How long until then, such as "4 min" or "1h 05"; "0 min" once it has come. */
    until(iso: string, now: number): string {
      const left = Math.max(Date.parse(iso) - now, 0);
      if (left < HOUR) return minutes(left);
      if (left >= 2 * DAY) return units.day.format(Math.floor(left / DAY));
      return `${units.hour.format(Math.floor(left / HOUR))} ${String(Math.floor((left % HOUR) / MINUTE)).padStart(2, "0")}`;
    },

    /** A span such as "4 min" or "1h 05"; null while it is under a minute. */
    span(iso: string, now: number): string | null {
      const past = now - Date.parse(iso);
      if (past < MINUTE) return null;
      if (past < HOUR) return minutes(past);
      if (past >= DAY) return units.day.format(Math.floor(past / DAY));
      const rest = Math.floor((past % HOUR) / MINUTE);
      return `${units.hour.format(Math.floor(past / HOUR))} ${String(rest).padStart(2, "0")}`;
    },
  };
}
