const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A time in seconds by its two largest units, such as "2 min 5 sec" or "1 h 12 min". */
export function lasting(seconds: number, locale: string): string {
  const unit = (value: number, name: "second" | "minute" | "hour") =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
  const pair = (large: string, rest: number, small: "second" | "minute") =>
    rest === 0 ? large : `${large} ${unit(rest, small)}`;
  if (seconds < MINUTE) return unit(seconds, "second");
  if (seconds < HOUR) return pair(unit(Math.floor(seconds / MINUTE), "minute"), seconds % MINUTE, "second");
  const minutes = Math.round(seconds / MINUTE);
  return pair(unit(Math.floor(minutes / 60), "hour"), minutes % 60, "minute");
}

/** A share of a whole, such as "87 %"; nothing of nothing. */
export function share(part: number, whole: number, locale: string): string | null {
  return whole === 0
    ? null
    : new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(part / whole);
}
