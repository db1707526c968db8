import type { I18n } from "../i18n/i18n";

/** How long something took, such as "45 s", "4 min 05 s" or "1 h 12 min"; a dash where nothing did. */
export function tookWords(seconds: number | null, { t }: I18n): string {
  if (seconds === null) return "–";
  if (seconds < 60) return t("took.seconds", { s: seconds });
  if (seconds < 3600)
    return t("took.minutes", { m: Math.floor(seconds / 60), s: String(seconds % 60).padStart(2, "0") });
  return t("took.hours", {
    h: Math.floor(seconds / 3600),
    m: String(Math.floor((seconds % 3600) / 60)).padStart(2, "0"),
  });
}

/** How long it has lasted by now. */
export function lastsWords(since: string | null, now: number, { t, formats }: I18n): string {
  if (since === null) return "–";
  return formats.span(since, now) ?? t("took.underAMinute");
}
