import type { I18n } from "../i18n/i18n";

/** How long it has lasted by now. */
export function lastsWords(since: string | null, now: number, { t, formats }: I18n): string {
  if (since === null) return "–";
  return formats.span(since, now) ?? t("took.underAMinute");
}
