import type { Studio } from "../words";
import type { Exception } from "./exceptions";
import { clock, DAY, isWholeDay, type Segment } from "./segments";
import type { Range } from "./week";

/** When a stretch is, in words. */
export function rangeWords({ from, to }: Pick<Range, "from" | "to">, { w }: Pick<Studio, "w">): string {
  if (from === 0 && to === DAY) return w("hours.allDay");
  return to > DAY
    ? w("hours.overnight", { from: clock(from), to: clock(to - DAY) })
    : w("hours.range", { from: clock(from), to: to === DAY ? w("hours.midnight") : clock(to) });
}

/** What a list of stretches says of a day. */
export function hoursWords(segments: readonly Segment[], studio: Studio): string {
  if (segments.length === 0) return studio.w("hours.closed");
  if (isWholeDay(segments)) return studio.w("hours.allDay");
  return new Intl.ListFormat(studio.formats.locale, { type: "conjunction" }).format(
    segments.map((segment) => rangeWords(segment, studio)),
  );
}

export function datesWords({ from, to }: Pick<Exception, "from" | "to">, { formats }: Pick<Studio, "formats">): string {
  const format = new Intl.DateTimeFormat(formats.locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const [first, last] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
  return from === to ? format.format(first) : format.formatRange(first, last);
}
