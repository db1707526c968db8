/** When a change is to take effect, as it is typed: day and time in the browser's zone. */
export type When = { later: boolean; day: string; time: string; approval: boolean };

export const NOW: When = { later: false, day: "", time: "", approval: false };

const A_YEAR_MS = 366 * 24 * 3_600_000;

/** The instant that is meant; null while it is none. */
export function instantOf({ day, time }: When): Date | null {
  const instant = new Date(`${day}T${time}`);
  return day === "" || time === "" || Number.isNaN(instant.getTime()) ? null : instant;
}

/** What is wrong with it; null where nothing is, or nothing is typed yet. */
export function faultOf(when: When, now: number): "past" | "far" | null {
  const instant = instantOf(when)?.getTime();
  if (!when.later || instant === undefined) return null;
  if (instant <= now) return "past";
  return instant > now + A_YEAR_MS ? "far" : null;
}

export const isReady = (when: When, now: number) =>
  !when.later || (instantOf(when) !== null && faultOf(when, now) === null);

const two = (n: number) => String(n).padStart(2, "0");

/** The day and time of an instant, as the browser's fields write them. */
export const typedOf = (instant: Date) => ({
  day: `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`,
  time: `${two(instant.getHours())}:${two(instant.getMinutes())}`,
});

/** The browser's zone by its name, and how far it is from UTC on that day. */
export function zoneOf(instant: Date, locale: string): string {
  const offset = new Intl.DateTimeFormat(locale, { timeZoneName: "shortOffset" })
    .formatToParts(instant)
    .find(({ type }) => type === "timeZoneName")?.value;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return offset === undefined || offset === zone ? zone : `${zone}, ${offset}`;
}
