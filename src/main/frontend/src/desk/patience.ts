import type { Conversation } from "../api/types";

export type Patience = { mood: "calm" | "soon" | "late" | "lost"; due: string | null };

/** From so much of the service level on it is time to hurry. */
const SOON = 2 / 3;

/** Until when this customer is to be answered by the campaign's service level; null where nobody waits for an answer. */
export function dueAt({ state, unanswered, firstResponseAt, firstResponseDueAt, nextResponseDueAt }: Conversation) {
  if (state !== "WAITING" && !(state === "ASSIGNED" && unanswered > 0)) return null;
  return (firstResponseAt === null ? firstResponseDueAt : nextResponseDueAt) ?? null;
}

/** Since when the customer has been waiting for an answer; null where nobody does. */
export function waitsSince({ state, unanswered, unansweredSince, queuedAt, openedAt }: Conversation): string | null {
  if (state !== "WAITING" && !(state === "ASSIGNED" && unanswered > 0)) return null;
  return (unanswered > 0 ? unansweredSince : null) ?? queuedAt ?? openedAt;
}

/** From when the service level counts: the first answer from the queue on, a later one from what was written since. */
function clockedSince({ firstResponseAt, unansweredSince, queuedAt, openedAt }: Conversation): string {
  return (firstResponseAt === null ? null : unansweredSince) ?? queuedAt ?? openedAt;
}

/**
 * How patient a customer is likely to be: by the service level, and at last by the dropout of the campaign. A campaign
 * that promises no time has no threshold, so that there is nothing to colour.
 */
export function patienceOf(conversation: Conversation, now: number): Patience {
  const due = dueAt(conversation);
  if (conversation.state === "WAITING" && conversation.lostAt != null) return { mood: "lost", due };
  if (due === null) return { mood: "calm", due };
  const end = Date.parse(due);
  if (now >= end) return { mood: "late", due };
  const begin = Date.parse(clockedSince(conversation));
  return { mood: now - begin >= SOON * (end - begin) ? "soon" : "calm", due };
}
