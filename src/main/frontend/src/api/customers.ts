import { change, get } from "./http";
import type { Author, Conversation, Named } from "./types";

/** The shapes of `docs/api.md` about what is kept of a customer, and who looks at a conversation. */
export type FieldKind = "TEXT" | "NUMBER" | "DATE" | "CHOICE";
export const FIELD_KINDS: readonly FieldKind[] = ["TEXT", "NUMBER", "DATE", "CHOICE"];
export type CustomerField = { id: string; name: string; kind: FieldKind; choices: string[] };
export type CustomerFields = { fields: CustomerField[]; version: number };
export type CustomerCard = {
  page: string;
  id: string;
  tags: string[];
  fields: Record<string, string>;
  blocked: { by: Author; at: string; reason: string } | null;
  /** Whether Facebook knows of it; null where there is nothing to tell it. */
  facebook: { state: "PENDING" | "DONE" | "REFUSED"; at: string; code: string | null; reason: string | null } | null;
  acts: { kind: "BLOCKED" | "UNBLOCKED"; by: Author; at: string; reason: string | null }[];
  version: number;
};
export type Watcher = Named & { typing: boolean; until: string };
export type Company = { about: string; watchers: Watcher[] };

export const MAX_REASON = 500;

const API = "/api/v1";
const at = (page: string, id: string) => `${API}/customers/${encodeURIComponent(page)}/${encodeURIComponent(id)}`;
const conversation = (id: string) => `${API}/conversations/${encodeURIComponent(id)}`;

export const fetchCard = (page: string, id: string) => get<CustomerCard>(at(page, id));
export const changeCard = (
  page: string,
  id: string,
  changes: { addTags?: string[]; removeTags?: string[]; fields?: Record<string, string | null> },
) => change<CustomerCard>("PATCH", at(page, id), changes);
export const block = (page: string, id: string, reason: string) =>
  change<CustomerCard>("PUT", `${at(page, id)}/block`, { reason });
export const unblock = (page: string, id: string) => change<CustomerCard>("DELETE", `${at(page, id)}/block`);
export const BLOCKED_SHOWN = 50;
/** `names` by the customer's Page and id, of those whose name is known. */
export type BlockedFound = { items: CustomerCard[]; names: Record<string, string>; total: number };
export const fetchBlocked = (q: string, page: number) =>
  get<BlockedFound>(
    `${API}/blocked-customers?${new URLSearchParams({ q, page: String(page), size: String(BLOCKED_SHOWN) })}`,
  );
export const fetchFields = () => get<CustomerFields>(`${API}/customer-fields`);
export const putFields = (fields: CustomerFields) => change<CustomerFields>("PUT", `${API}/customer-fields`, fields);

export const fetchEarlier = (id: string) => get<Conversation[]>(`${conversation(id)}/earlier`);
export const reopen = (id: string) => change<Conversation>("POST", `${conversation(id)}/reopen`);
/** `tab` is this window's own name: another one of the same user goes on looking when this one is closed. */
export const look = (id: string, typing: boolean, tab: string) =>
  change<Watcher[]>("PUT", `${conversation(id)}/watch`, { typing, tab });
export const lookAway = (id: string, tab: string) =>
  change<void>("DELETE", `${conversation(id)}/watch?tab=${encodeURIComponent(tab)}`);
