const WINDOW_MS = 24 * 3_600_000;

export type WindowState = { kind: "never" } | { kind: "closed" } | { kind: "open"; closesAt: string };

/** Meta's 24 hours, in which a Page may write anything to who was in touch. */
export function windowOf(contactAt: string | null, now: number): WindowState {
  if (contactAt === null) return { kind: "never" };
  const closes = Date.parse(contactAt) + WINDOW_MS;
  return closes > now ? { kind: "open", closesAt: new Date(closes).toISOString() } : { kind: "closed" };
}
