import { change, get } from "./http";
import type { Author, Conversation, Message, Named } from "./types";

/** The shapes of `docs/api.md` about what colleagues say to each other, and how they mark conversations. */
export type Mention = {
  note: string;
  conversationId: string;
  customer: Named;
  by: Author;
  text: string;
  at: string;
  seen: boolean;
};
export type MentionList = { items: Mention[]; unseen: number };

export const MAX_NOTE = 5000;
export const MAX_TAGS = 20;
export const MAX_TAG = 40;

const API = "/api/v1";
const at = (id: string) => `${API}/conversations/${encodeURIComponent(id)}`;

export const postNote = (id: string, text: string, key: string) =>
  change<Message>("POST", `${at(id)}/notes`, { text, key });
export const fetchColleagues = () => get<Named[]>(`${API}/colleagues`);
export const fetchMentions = () => get<MentionList>(`${API}/me/mentions`);
/** All of them without a conversation. */
export const tellMentionsSeen = (conversationId?: string) =>
  change<MentionList>("POST", `${API}/me/mentions/seen`, conversationId === undefined ? {} : { conversationId });

/** The caller is done with what was said to them in this conversation, as far as this mention of it, the one shown that was written last. */
export const removeMentions = ({ conversationId, at: until }: Mention) =>
  change<MentionList>(
    "DELETE",
    `${API}/me/mentions/${encodeURIComponent(conversationId)}?${new URLSearchParams({ until })}`,
  );

export const addTag = (id: string, tag: string) => change<Conversation>("POST", `${at(id)}/tags`, { tags: [tag] });
export const removeTag = (id: string, tag: string) =>
  change<Conversation>("DELETE", `${at(id)}/tags?${new URLSearchParams({ tag })}`);
export const fetchOfferedTags = (campaign: string) =>
  get<string[]>(`${API}/campaigns/${encodeURIComponent(campaign)}/tags`);
