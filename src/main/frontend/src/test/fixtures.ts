import type { Conversation, Me, Message } from "../api/types";

export const ALICE = { id: "alice", name: "Alice" };
export const BRUNO = { id: "bruno", name: "Bruno" };
const START = "2026-03-02T09:00:00Z";

export const aliceOnline = (): Me => ({
  ...ALICE,
  roles: ["AGENT"],
  presence: { presence: "ONLINE", capacity: 5, load: 1, since: START },
  local: true,
});

export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: "c-1",
    state: "ASSIGNED",
    page: { id: "p-1", name: "Maison Lumière" },
    customer: { id: "u-1", name: "Camille Dubois" },
    campaign: null,
    assignee: ALICE,
    priority: 0,
    openedAt: START,
    queuedAt: START,
    assignedAt: START,
    closedAt: null,
    lastActivityAt: START,
    lastMessage: null,
    unanswered: 0,
    messageCount: 1,
    version: 1,
    ...changes,
  };
}

export function aMessage(seq: number, changes: Partial<Message> = {}): Message {
  return {
    id: `m-${seq}`,
    seq,
    direction: "IN",
    author: { kind: "CUSTOMER", id: "u-1", name: "Camille Dubois" },
    text: `Message ${seq}`,
    at: new Date(Date.parse(START) + seq * 60_000).toISOString(),
    status: "RECEIVED",
    reason: null,
    ...changes,
  };
}

export const anAnswer = (seq: number, changes: Partial<Message> = {}) =>
  aMessage(seq, { direction: "OUT", author: { kind: "AGENT", ...ALICE }, status: "QUEUED", ...changes });
