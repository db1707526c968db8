import { change, get } from "./http";
import {
  type Conversation,
  MAX_TEXT,
  META_INBOX,
  type Me,
  type Message,
  type MessageSlice,
  type MessagingPolicy,
  type Outgoing,
  type Slice,
} from "./types";

const API = "/api/v1";
const LIST_SIZE = 200;
const at = (id: string) => `${API}/conversations/${encodeURIComponent(id)}`;

export const login = (username: string, password: string) =>
  change<void>("POST", "/login", new URLSearchParams({ username, password }));
/** Where to go on, for a login that the company's own one has to end, too. */
export const logout = () => change<{ location: string } | undefined>("POST", "/logout");
/** How one can log in beside the form. */
export type LoginOptions = { company: { name: string; address: string } | null };
export const fetchLoginOptions = () => get<LoginOptions>(`${API}/login-options`);
export const fetchMe = () => get<Me>(`${API}/me`);
/** The server does not take an agent for gone whose browser answers. */
export const tellAlive = () => change<void>("POST", `${API}/me/presence/alive`);

const list = (query: string, page: number) =>
  get<Slice<Conversation>>(`${API}/conversations?${query}&size=${LIST_SIZE}&page=${page}`);
export const fetchMine = (page: number) => list("state=ASSIGNED,CLOSING&assignee=me", page);
export const fetchQueue = (page: number) => list("state=WAITING", page);
export const fetchConversation = (id: string) => get<Conversation>(at(id));
export const fetchMessages = (id: string, before?: number) =>
  get<MessageSlice>(`${at(id)}/messages?size=50${before === undefined ? "" : `&before=${before}`}`);

/** A long text goes as several messages; the attachments follow it, each as one of its own. */
export const postMessage = (id: string, { attachments, ...outgoing }: Outgoing, key: string) =>
  change<Message>("POST", `${at(id)}/messages`, {
    ...outgoing,
    key,
    split: outgoing.text.length > MAX_TEXT,
    ...(attachments !== undefined && { attachments: attachments.map((attachment) => attachment.id) }),
  });
const message = (id: string, messageId: string) => `${at(id)}/messages/${encodeURIComponent(messageId)}`;
export const retryMessage = (id: string, messageId: string) =>
  change<Message>("POST", `${message(id, messageId)}/retry`);
export const discardMessage = (id: string, messageId: string) =>
  change<Message>("POST", `${message(id, messageId)}/discard`);
export const react = (id: string, messageId: string, emoji: string | null) =>
  emoji === null
    ? change<Message>("DELETE", `${message(id, messageId)}/reaction`)
    : change<Message>("PUT", `${message(id, messageId)}/reaction`, { emoji });
export const changeComment = (id: string, messageId: string, changes: { hidden?: boolean; liked?: boolean }) =>
  change<Message>("PUT", `${message(id, messageId)}/comment`, changes);
export const deleteComment = (id: string, messageId: string) =>
  change<Message>("DELETE", `${message(id, messageId)}/comment`);

export const uploadsOf = (id: string) => `${at(id)}/attachments`;
export const attachmentFile = (id: string) => `${API}/attachments/${encodeURIComponent(id)}`;
export const attachmentDownload = (id: string) => `${attachmentFile(id)}?download`;
export const fetchPolicy = (id: string) => get<MessagingPolicy>(`${at(id)}/messaging-policy`);
export const tellTyping = (id: string) => change<void>("POST", `${at(id)}/typing`);
export const tellSeen = (id: string) => change<void>("POST", `${at(id)}/seen`);
/** Keeps what was offered for a limited time. */
export const tellOpened = (id: string) => change<void>("POST", `${at(id)}/opened`);
export type ControlAction = "TAKE" | "RELEASE" | "PASS";
/** What is passed on goes to Meta's inbox. */
export const controlThread = (id: string, action: ControlAction) =>
  change<Conversation>("POST", `${at(id)}/thread-control`, {
    action,
    ...(action === "PASS" && { app: META_INBOX }),
  });

/** @param waiting whether it is not to be taken out of the hands of somebody who was faster */
export const claim = (id: string, waiting: boolean) => change<Conversation>("POST", `${at(id)}/claim`, { waiting });
/** Says what is on the screen, so that a message that came just now is not buried. */
export const resolve = (id: string, unanswered: number) =>
  change<Conversation>("POST", `${at(id)}/resolve`, { unanswered });
