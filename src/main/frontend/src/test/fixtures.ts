import type { Attachment, Conversation, Me, Message } from "../api/types";

export const ALICE = { id: "alice", name: "Alice" };
export const BRUNO = { id: "bruno", name: "Bruno" };
const START = "2026-03-02T09:00:00Z";

export const aliceOnline = (): Me => ({
  ...ALICE,
  roles: ["AGENT"],
  presence: { presence: "ONLINE", capacity: 5, load: 1, since: START },
  local: true,
});

export const aCustomer = (id: string, name: string) => ({ id, name, picture: null, locale: null });

export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: "c-1",
    state: "ASSIGNED",
    page: { id: "p-1", name: "Maison Lumière" },
    channel: "MESSENGER",
    customer: aCustomer("u-1", "Camille Dubois"),
    post: null,
    referral: null,
    campaign: null,
    assignee: ALICE,
    priority: 0,
    openedAt: START,
    queuedAt: START,
    assignedAt: START,
    firstResponseAt: null,
    closedAt: null,
    lastActivityAt: START,
    lastMessage: null,
    lostAt: null,
    windowClosesAt: null,
    elsewhere: null,
    stopped: "PT0S",
    botPaused: false,
    unanswered: 0,
    messageCount: 1,
    saidCount: 1,
    tags: [],
    score: null,
    continues: null,
    times: { firstQueuedAt: null, waitingSeconds: null, handled: [] },
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
    via: "MESSENGER",
    text: `Message ${seq}`,
    at: new Date(Date.parse(START) + seq * 60_000).toISOString(),
    status: "RECEIVED",
    reason: null,
    reasonCode: null,
    mid: `mid-${seq}`,
    attachments: [],
    replyTo: null,
    quickReplies: [],
    template: null,
    reactions: [],
    comment: null,
    happening: null,
    mentions: [],
    editedAt: null,
    removedAt: null,
    ...changes,
  };
}

export const anAnswer = (seq: number, changes: Partial<Message> = {}) =>
  aMessage(seq, { direction: "OUT", author: { kind: "AGENT", ...ALICE }, status: "QUEUED", ...changes });

export const anAttachment = (changes: Partial<Attachment> = {}): Attachment => ({
  id: "a-1",
  type: "IMAGE",
  state: "STORED",
  name: "photo.png",
  contentType: "image/png",
  size: 20_480,
  title: null,
  link: null,
  latitude: null,
  longitude: null,
  reason: null,
  reasonCode: null,
  ...changes,
});
