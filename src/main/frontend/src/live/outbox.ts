import { useSyncExternalStore } from "react";
import { MAX_TEXT, type Message, type Outgoing } from "../api/types";
import { stored } from "./stored";

/** An answer the server has not confirmed yet; its key makes sending it again harmless. */
export type Unsent = Outgoing & { key: string; at: string; problem: Problem | null };

/** Why it is not stored: silence, a conversation out of reach, or what the server said. */
export type Problem = { kind: "noAnswer" | "conflict" } | { kind: "refused" | "policy"; detail: string; code?: string };

const NOTHING: Unsent[] = [];
/** What was on its way when the page was left may or may not have arrived: it may be sent again with its key. */
const interrupted = (rows: Unsent[]) =>
  rows.map((row): Unsent => (row.problem === null ? { ...row, problem: { kind: "noAnswer" } } : row));
const rows = stored<Unsent[]>("unsent", NOTHING, interrupted);

function replace(conversationId: string, next: Unsent[]) {
  rows.set(conversationId, next.length === 0 ? NOTHING : next);
}

/** The answers on their way to the server, per conversation, oldest first. */
export const outbox = {
  rows: rows.get,
  /** The same, with what another tab has sent or written meanwhile. */
  reread: rows.reread,
  /** Every conversation with answers that the server has not confirmed. */
  all: rows.all,
  subscribe: rows.subscribe,

  add(conversationId: string, row: Unsent) {
    replace(conversationId, [...rows.get(conversationId), row]);
  },
  /** Those behind a failed one must not overtake it: they fail with it. */
  fail(conversationId: string, problem: Problem) {
    replace(
      conversationId,
      rows.get(conversationId).map((row) => ({ ...row, problem: row.problem ?? problem })),
    );
  },
  renew(conversationId: string) {
    replace(
      conversationId,
      rows.get(conversationId).map((row) => ({ ...row, problem: null })),
    );
  },
  remove(conversationId: string, key: string) {
    replace(
      conversationId,
      rows.get(conversationId).filter((row) => row.key !== key),
    );
  },
  /** Nobody wants them sent any more. */
  discard(conversationId: string) {
    replace(conversationId, NOTHING);
  },
  /** The live feed may tell of a message before its own call returns; only the first one is ever on its way. */
  settle(conversationId: string, message: Message) {
    const first = rows.get(conversationId)[0];
    if (first !== undefined && isBegunBy(first, message)) outbox.remove(conversationId, first.key);
  },
};

/** Whether the message is the first of those that the server made of the row. */
function isBegunBy(row: Unsent, { text, attachments }: Message): boolean {
  if (row.text === "") return row.attachments?.[0]?.id === attachments[0]?.id && attachments.length > 0;
  return row.text === text || (row.text.length > MAX_TEXT && text !== "" && row.text.startsWith(text));
}

const SENT_WITHIN_MS = 5_000;

/** Answers that failed and wait for somebody to send them again, or for the line. */
export const isStopped = (rows: readonly Unsent[]) => rows.some(({ problem }) => problem !== null);

/** The same, and those under way for so long that the line may be dead: not those that are just being sent. */
export const isHeld = (rows: readonly Unsent[], now: number) =>
  isStopped(rows) || rows.some(({ at }) => now - Date.parse(at) > SENT_WITHIN_MS);

export const useOutbox = () => useSyncExternalStore(outbox.subscribe, outbox.all);

export const useUnsent = (conversationId: string) =>
  useSyncExternalStore(outbox.subscribe, () => outbox.rows(conversationId));
