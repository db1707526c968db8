/** The shapes of `docs/api.md`, as the server sends them. */
export type Role = "AGENT" | "SUPERVISOR" | "ANALYST" | "ADMIN";
export type PresenceState = "ONLINE" | "AWAY" | "OFFLINE";
/** Why an agent who is away is so: busy with something else, on a break, or not heard of for long. */
export type Pause = { kind: "BUSY" | "BREAK" | "INACTIVE"; reason: string | null };
export type Presence = { presence: PresenceState; capacity: number; load: number; since: string; pause?: Pause | null };
/** An agent who touches nothing for `awayAfter` seconds is taken for away; 0 for never. */
export type Me = { id: string; name: string; roles: Role[]; presence: Presence; local: boolean; awayAfter?: number };

export type Named = { id: string; name: string };
/** A note is for colleagues: nobody sends it. */
export type Direction = "IN" | "OUT" | "NOTE";
export type ConversationState = "NEW" | "WAITING" | "ASSIGNED" | "CLOSING" | "CLOSED" | "IGNORED";

export type Channel = "MESSENGER" | "COMMENT";
export type Customer = Named & { picture: string | null; locale: string | null };
export type Post = { id: string; text: string | null; link: string | null; picture: string | null };
export type Referral = {
  source: string | null;
  ref: string | null;
  ad: string | null;
  adTitle: string | null;
  photo: string | null;
  video: string | null;
  post: string | null;
  product: string | null;
  referer: string | null;
};

/** From hand to hand; what still lasts is not in it. */
export type Times = {
  firstQueuedAt: string | null;
  waitingSeconds: number | null;
  handled: { agent: string; campaign: string | null; seconds: number }[];
};
export type AssistantTimes = { firstMillis: number | null; later: number; laterMillis: number; longestMillis: number };

export type Conversation = {
  id: string;
  state: ConversationState;
  channel: Channel;
  page: Named;
  customer: Customer;
  /** Under which a comment stands. */
  post: Post | null;
  referral: Referral | null;
  campaign: string | null;
  assignee: Named | null;
  priority: number;
  openedAt: string;
  queuedAt: string | null;
  assignedAt: string | null;
  firstResponseAt: string | null;
  closedAt: string | null;
  /** It waits for the desk to open then. */
  opensAt?: string | null;
  /** Until when a human is to answer, first and next, by the campaign's service level. */
  firstResponseDueAt?: string | null;
  nextResponseDueAt?: string | null;
  /** How soon an AI agent answered, by its own clock, which never stops. */
  assistant?: AssistantTimes | null;
  /** Since then its customer has waited so long that they count as lost. */
  lostAt: string | null;
  lastActivityAt: string;
  lastMessage: {
    direction: Direction;
    author?: Author;
    text: string;
    attachment: AttachmentType | null;
    at: string;
  } | null;
  /** End of Meta's 24 hours; null where none was opened. */
  windowClosesAt: string | null;
  /** Another application answers at present. */
  elsewhere: { app: string | null; since: string } | null;
  stopped: string;
  botPaused: boolean;
  unanswered: number;
  /** When the first of them came. */
  unansweredSince?: string | null;
  messageCount: number;
  saidCount: number;
  tags: string[];
  /** What the customer gave it, 1 to 5, when it was over. */
  score: number | null;
  /** The conversation, over by then, that an agent went on with in this one. */
  continues: string | null;
  times: Times;
  version: number;
};

export type Author = { kind: AuthorKind; id: string | null; name: string | null };
export type MessageStatus = "RECEIVED" | "QUEUED" | "SENDING" | "SENT" | "DELIVERED" | "READ" | "FAILED" | "DISCARDED";
/** Meta's own inbox, by the number it carries in webhooks. */
export const META_INBOX = "263902037430900";

export type AuthorKind = "CUSTOMER" | "AGENT" | "BOT" | "SYSTEM" | "META_INBOX";

export type Via = "MESSENGER" | "PUBLIC" | "PRIVATE_REPLY";
export type AttachmentType =
  | "IMAGE"
  | "AUDIO"
  | "VIDEO"
  | "FILE"
  | "STICKER"
  | "LOCATION"
  | "TEMPLATE"
  | "PRODUCT"
  | "LINK"
  | "POST"
  | "REEL"
  | "APPOINTMENT"
  | "UNSUPPORTED";

export type Attachment = {
  id: string;
  type: AttachmentType;
  /** Whether there is a file to show: on its way, here, not to be had, or none by nature. */
  state: "AWAITED" | "STORED" | "REFUSED" | "NO_FILE";
  name: string | null;
  contentType: string | null;
  size: number | null;
  title: string | null;
  link: string | null;
  latitude: number | null;
  longitude: number | null;
  reason: string | null;
  reasonCode: string | null;
};

export type TemplateButton = { kind: "LINK" | "POSTBACK"; title: string; value: string };
export type Card = {
  title: string;
  subtitle: string | null;
  picture: string | null;
  link: string | null;
  buttons: TemplateButton[];
};
export type Template = { buttons: TemplateButton[]; cards: Card[] };
export type QuickReply = { title: string; payload: string | null };
export type Reaction = { by: "CUSTOMER" | "AGENT"; name: string | null; emoji: string | null };

export type HappeningType =
  | "REFERRED"
  | "OPTED_IN"
  | "ACCOUNT_LINKED"
  | "ACCOUNT_UNLINKED"
  | "FEEDBACK"
  | "PASSED_ELSEWHERE"
  | "CAME_BACK"
  | "CONTROL_REQUESTED"
  | "BOT_PAUSED"
  | "NOT_SENT"
  | "TRANSFERRED"
  | "TAKEN_OVER"
  | "CHAT_TIME_OVER"
  | "HANDED_OVER"
  | "CONTINUED"
  | "BLOCKED"
  | "UNBLOCKED";
/** A line that nobody wrote. */
export type Happening = { type: HappeningType; values: Record<string, string> };

export type Message = {
  id: string;
  seq: number;
  direction: Direction;
  author: Author;
  via: Via;
  text: string;
  at: string;
  status: MessageStatus;
  reason: string | null;
  reasonCode: string | null;
  /** Meta's id of the message or comment. */
  mid: string | null;
  attachments: Attachment[];
  replyTo: string | null;
  quickReplies: QuickReply[];
  template: Template | null;
  reactions: Reaction[];
  comment: { hidden: boolean; liked: boolean; answeredPrivately: boolean } | null;
  happening: Happening | null;
  /** Whom a note names. */
  mentions: Named[];
  editedAt: string | null;
  removedAt: string | null;
};

/** What an agent sends: at least one of text, attachments and template. */
export type Outgoing = {
  text: string;
  attachments?: Attachment[];
  quickReplies?: QuickReply[];
  template?: Template;
  replyTo?: string;
  via?: Via;
};

export type Verdict = {
  allowed: boolean;
  type: "RESPONSE" | "UPDATE" | "MESSAGE_TAG" | null;
  tag: "HUMAN_AGENT" | null;
  code: string | null;
  reason: string | null;
};
export type MessagingPolicy = {
  windowClosesAt: string | null;
  now: Verdict;
  afterwards: Verdict | null;
  humanAgentUntil: string | null;
};

export type Slice<T> = { items: T[]; page: number; size: number; total: number };
/** Words were looked for in what was opened since `searchedFrom`; null where none were. */
export type Found<T> = Slice<T> & { searchedFrom?: string | null };
export type MessageSlice = { items: Message[]; more: boolean };

export type MessageEventData = { conversationId: string; message: Message };
/** Somebody who leads has changed the agent's presence or capacity. */
export type Supervised = { by: Named; presence: Presence };
export type PresenceEventData = { agent: Named; presence: Presence };

export const MAX_TEXT = 2000;
/** What the server still takes and sends in several messages. */
export const MAX_SPLIT_TEXT = 20_000;
export const MAX_ATTACHMENTS = 10;
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
