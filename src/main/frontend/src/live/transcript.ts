import type { Message, MessageSlice, MessageStatus } from "../api/types";

/** The part of a conversation's messages that is on this side, oldest first. */
export type Transcript = { items: Message[]; more: boolean };

/** Queued, sending and failed alternate while it is tried again; from there on a message only goes forward. */
const STEP: Record<MessageStatus, number> = {
  QUEUED: 0,
  SENDING: 0,
  FAILED: 0,
  SENT: 2,
  RECEIVED: 2,
  DELIVERED: 3,
  READ: 4,
  DISCARDED: 5,
};

function newer(known: Message, incoming: Message): Message {
  return STEP[incoming.status] >= STEP[known.status] ? incoming : { ...incoming, status: known.status };
}

function mergeSorted(known: Message[], incoming: readonly Message[]): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of incoming) {
    const before = byId.get(message.id);
    byId.set(message.id, before === undefined ? message : newer(before, message));
  }
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}

/** Puts one message in its place; twice does no harm, and a late report of an earlier status changes nothing. */
export function upsert(transcript: Transcript, message: Message): Transcript {
  return { ...transcript, items: mergeSorted(transcript.items, [message]) };
}

/** The answer to a call tells less than the live feed that may have overtaken it. */
export function addIfAbsent(transcript: Transcript, message: Message): Transcript {
  return transcript.items.some((known) => known.id === message.id) ? transcript : upsert(transcript, message);
}

export function prepend(transcript: Transcript, older: MessageSlice): Transcript {
  return { items: mergeSorted(transcript.items, older.items), more: older.more };
}

/** Joins the newest slice to what is known; older ones beyond a gap are dropped, so that none is missing unseen. */
export function refresh(known: Transcript | undefined, newest: MessageSlice): Transcript {
  const first = newest.items[0];
  const last = known?.items.at(-1);
  if (known === undefined || first === undefined || last === undefined || last.seq < first.seq - 1) return newest;
  const startsEarlier = (known.items[0]?.seq ?? 0) < first.seq;
  return { items: mergeSorted(known.items, newest.items), more: startsEarlier ? known.more : newest.more };
}
