/** The shapes of `docs/api.md`, as the server sends them. */
export type Role = "AGENT" | "SUPERVISOR" | "ANALYST" | "ADMIN";
export type PresenceState = "ONLINE" | "AWAY" | "OFFLINE";
export type Presence = { presence: PresenceState; capacity: number; load: number; since: string };
export type Me = { id: string; name: string; roles: Role[]; presence: Presence; local: boolean };

export type Named = { id: string; name: string };
export type Direction = "IN" | "OUT";
export type ConversationState = "NEW" | "WAITING" | "ASSIGNED" | "CLOSING" | "CLOSED" | "IGNORED";

export type Conversation = {
  id: string;
  state: ConversationState;
  page: Named;
  customer: Named;
  campaign: string | null;
  assignee: Named | null;
  priority: number;
  openedAt: string;
  queuedAt: string | null;
  assignedAt: string | null;
  closedAt: string | null;
  lastActivityAt: string;
  lastMessage: { direction: Direction; text: string; at: string } | null;
  unanswered: number;
  messageCount: number;
  version: number;
};

export type MessageStatus = "RECEIVED" | "QUEUED" | "SENDING" | "SENT" | "DELIVERED" | "READ" | "FAILED";
export type AuthorKind = "CUSTOMER" | "AGENT" | "BOT" | "SYSTEM" | "META_INBOX";

export type Message = {
  id: string;
  seq: number;
  direction: Direction;
  author: { kind: AuthorKind; id: string | null; name: string | null };
  text: string;
  at: string;
  status: MessageStatus;
  reason: string | null;
};

export type Slice<T> = { items: T[]; page: number; size: number; total: number };
export type MessageSlice = { items: Message[]; more: boolean };

export type MessageEventData = { conversationId: string; message: Message };
export type PresenceEventData = { agent: Named; presence: Presence };

export const MAX_TEXT = 2000;
