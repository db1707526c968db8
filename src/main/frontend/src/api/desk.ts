import { change, get } from "./http";
import type { Conversation, Me, Message, MessageSlice, Presence, PresenceState, Slice } from "./types";

const API = "/api/v1";
const LIST_SIZE = 200;
const at = (id: string) => `${API}/conversations/${encodeURIComponent(id)}`;

export const login = (username: string, password: string) =>
  change<void>("POST", "/login", new URLSearchParams({ username, password }));
export const logout = () => change<void>("POST", "/logout");
export const fetchMe = () => get<Me>(`${API}/me`);
export const putPresence = (presence: PresenceState) => change<Presence>("PUT", `${API}/me/presence`, { presence });

export const fetchMine = () =>
  get<Slice<Conversation>>(`${API}/conversations?state=ASSIGNED,CLOSING&assignee=me&size=${LIST_SIZE}`);
export const fetchQueue = () => get<Slice<Conversation>>(`${API}/conversations?state=WAITING&size=${LIST_SIZE}`);
export const fetchConversation = (id: string) => get<Conversation>(at(id));
export const fetchMessages = (id: string, before?: number) =>
  get<MessageSlice>(`${at(id)}/messages?size=50${before === undefined ? "" : `&before=${before}`}`);

export const postMessage = (id: string, text: string, key: string) =>
  change<Message>("POST", `${at(id)}/messages`, { text, key });
export const claim = (id: string) => change<Conversation>("POST", `${at(id)}/claim`);
/** Says what is on the screen, so that a message that came just now is not buried. */
export const resolve = (id: string, unanswered: number) =>
  change<Conversation>("POST", `${at(id)}/resolve`, { unanswered });
