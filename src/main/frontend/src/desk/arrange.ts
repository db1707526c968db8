import type { Message } from "../api/types";
import type { Unsent } from "../live/outbox";

const GROUP_WITHIN_MS = 5 * 60_000;

export type BubbleRow = {
  kind: "message";
  key: string;
  message: Message;
  /** First and last of a run by one author: they carry the name and the time. */
  first: boolean;
  last: boolean;
  /** The next of the run has come as far: one sign is enough for both. */
  statusFollows: boolean;
};
export type UnsentRow = { kind: "unsent"; key: string; unsent: Unsent };
export type DayRow = { kind: "day"; key: string; at: string };
export type HappeningRow = { kind: "happening"; key: string; message: Message };
/** What colleagues say to each other. */
export type NoteRow = { kind: "note"; key: string; message: Message };
export type Row = BubbleRow | NoteRow | HappeningRow | UnsentRow | DayRow;

const sameDay = (a: string, b: string) => new Date(a).toDateString() === new Date(b).toDateString();

function joined(a: Message | undefined, b: Message | undefined): boolean {
  if (a === undefined || b === undefined || !sameDay(a.at, b.at)) return false;
  if (a.happening !== null || b.happening !== null) return false;
  if (a.direction !== b.direction || a.author.kind !== b.author.kind || a.author.id !== b.author.id) return false;
  return Date.parse(b.at) - Date.parse(a.at) < GROUP_WITHIN_MS;
}

/** The transcript as it is drawn: a line per day, runs of one author together, what is not stored yet at the end. */
export function arrange(messages: readonly Message[], unsent: readonly Unsent[]): Row[] {
  const rows: Row[] = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    const next = messages[index + 1];
    if (before === undefined || !sameDay(before.at, message.at)) {
      rows.push({ kind: "day", key: `day-${message.id}`, at: message.at });
    }
    if (message.happening !== null) {
      rows.push({ kind: "happening", key: message.id, message });
      return;
    }
    if (message.direction === "NOTE") {
      rows.push({ kind: "note", key: message.id, message });
      return;
    }
    rows.push({
      kind: "message",
      key: message.id,
      message,
      first: !joined(before, message),
      last: !joined(message, next),
      statusFollows: joined(message, next) && message.status === next?.status,
    });
  });
  for (const row of unsent) rows.push({ kind: "unsent", key: row.key, unsent: row });
  return rows;
}
