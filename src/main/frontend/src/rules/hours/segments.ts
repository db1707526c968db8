export const DAY = 24 * 60;

/** Minutes of a day, from one to another that is not in it. */
export type Segment = { from: number; to: number };

export const WHOLE_DAY: readonly Segment[] = [{ from: 0, to: DAY }];

/** In order, with a gap between each two. */
export function tidy(segments: readonly Segment[]): Segment[] {
  const apart: Segment[] = [];
  for (const { from, to } of segments.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}

/** What is left of some when others are taken away. */
export function minus(segments: readonly Segment[], taken: readonly Segment[]): Segment[] {
  let left = tidy(segments);
  for (const cut of taken)
    left = left.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, cut.from) },
        { from: Math.max(from, cut.to), to },
      ].filter((part) => part.from < part.to),
    );
  return tidy(left);
}

export const isSame = (one: readonly Segment[], other: readonly Segment[]) =>
  one.length === other.length && one.every(({ from, to }, at) => from === other[at]?.from && to === other[at]?.to);

export const isWithin = (inner: readonly Segment[], outer: readonly Segment[]) => minus(inner, outer).length === 0;
export const meets = (some: readonly Segment[], others: readonly Segment[]) => !isSame(minus(some, others), tidy(some));
export const isWholeDay = (segments: readonly Segment[]) => isSame(segments, WHOLE_DAY);

const two = (n: number) => String(n).padStart(2, "0");
/** As clocks show it: the end of a day is its 24:00. */
export const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** The minute that a text such as 9:30 means, or 930 of a keypad without a colon; null where it means none. */
export function minuteOf(text: string): number | null {
  const [, hours, minutes] =
    /^(\d{1,2})\s*[:h.]\s*(\d{2})?$/.exec(text.trim()) ?? /^(\d{1,2})(\d{2})?$/.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes ?? 0);
  return Number(minutes ?? 0) < 60 && minute <= DAY ? minute : null;
}
