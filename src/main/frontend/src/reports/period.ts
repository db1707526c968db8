import type { Asked } from "../api/reports";

export type Preset = "today" | "week" | "month" | "quarter" | "year";
export const PRESETS: Preset[] = ["today", "week", "month", "quarter", "year"];
const DAYS: Record<Preset, number> = { today: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** A day as the zone counts it, so many days before this instant. */
export function dayBefore(now: Date, days: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(now);
  const date = new Date(`${parts}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

export function periodOf(preset: Preset, now: Date, zone: string): { from: string; to: string } {
  return { from: dayBefore(now, DAYS[preset] - 1, zone), to: dayBefore(now, 0, zone) };
}

/** Which of them it is; none for days that somebody chose. */
export function presetOf(asked: Pick<Asked, "from" | "to">, now: Date, zone: string): Preset | undefined {
  return PRESETS.find((preset) => {
    const { from, to } = periodOf(preset, now, zone);
    return from === asked.from && to === asked.to;
  });
}

/** A year that is being typed begins with a nought. */
export const isDay = (text: string | null): text is string => text !== null && /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text);

export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function knownZone(wished: string | null): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: wished ?? undefined }).resolvedOptions().timeZone;
  } catch {
    return ownZone();
  }
}

/** What the address asks for; the last 30 days where it says nothing. */
export function askedOf(address: URLSearchParams, now: Date): Asked {
  const zone = knownZone(address.get("zone"));
  const usual = periodOf("month", now, zone);
  const from = address.get("from");
  const to = address.get("to");
  const channel = address.get("channel");
  return {
    from: isDay(from) ? from : usual.from,
    to: isDay(to) ? to : usual.to,
    zone,
    campaign: address.get("campaign") ?? "",
    agent: address.get("agent") ?? "",
    channel: channel === "MESSENGER" || channel === "COMMENT" ? channel : "",
  };
}
