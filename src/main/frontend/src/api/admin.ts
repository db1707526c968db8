import { change, get } from "./http";
import type { Role } from "./types";

/** The shapes of `docs/api.md` about users, sessions, tokens and the book of acts. */
export type User = {
  id: string;
  name: string;
  roles: Role[];
  enabled: boolean;
  program: boolean;
  company: boolean;
};
export type NewUser = { id: string; name: string; password?: string; roles: Role[]; program: boolean };
export type UserChange = { name?: string; password?: string; roles?: Role[]; enabled?: boolean };
export type Session = {
  id: string;
  openedAt: string;
  lastSeenAt: string;
  address: string | null;
  browser: string | null;
  current: boolean;
};
export type Token = {
  id: string;
  user: string;
  name: string;
  hint: string | null;
  roles: Role[] | null;
  readOnly: boolean;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
};
export type TokenWish = { name: string; roles: Role[]; readOnly: boolean; expiresAt: string | null; user?: string };
export type NewToken = { token: Token; secret: string };

export const AREAS = [
  "USERS",
  "TOKENS",
  "TEAMS",
  "CAMPAIGNS",
  "PAGES",
  "PRIVACY",
  "CUSTOMERS",
  "SUPERVISION",
  "RULES",
] as const;
export type Area = (typeof AREAS)[number];
export type AuditEntry = {
  id: string;
  at: string;
  by: string | null;
  name: string | null;
  token: string | null;
  address: string | null;
  act: string;
  area: Area;
  subject: string | null;
  changes: { field: string; before: string | null; after: string | null }[];
  outcome: "DONE" | "UNKNOWN";
  status: number | null;
};
export type AuditFilter = { by: string; area: Area | ""; subject: string; from: string; to: string };
export type AuditPage = { items: AuditEntry[]; page: number; size: number; total: number };

const API = "/api/v1";
const user = (id: string) => `${API}/users/${encodeURIComponent(id)}`;

export const fetchUsers = () => get<User[]>(`${API}/users`);
export const addUser = (wish: NewUser) => change<User>("POST", `${API}/users`, wish);
export const changeUser = (id: string, wish: UserChange) => change<User>("PATCH", user(id), wish);

export const fetchAccount = () => get<User>(`${API}/me/account`);
export const rename = (name: string) => change<User>("PATCH", `${API}/me/account`, { name });
export const changePassword = (current: string, password: string) =>
  change<void>("PUT", `${API}/me/password`, { current, password });

/** Of the user with this id, or one's own. */
const sessionsOf = (id: string | null) => `${id === null ? `${API}/me` : user(id)}/sessions`;
export const fetchSessions = (id: string | null) => get<Session[]>(sessionsOf(id));
export const endSession = (id: string | null, session: string) =>
  change<void>("DELETE", `${sessionsOf(id)}/${encodeURIComponent(session)}`);
export const endSessions = (id: string | null) => change<void>("DELETE", sessionsOf(id));

/** One's own, or everybody's. */
const tokens = (own: boolean) => (own ? `${API}/me/tokens` : `${API}/tokens`);
export const fetchTokens = (own: boolean) => get<Token[]>(tokens(own));
export const makeToken = (own: boolean, wish: TokenWish) => change<NewToken>("POST", tokens(own), wish);
export const revokeToken = (own: boolean, id: string) =>
  change<void>("DELETE", `${tokens(own)}/${encodeURIComponent(id)}`);

export const ACTS_SHOWN = 50;

/** The days are the reader's own; the last one is meant whole. */
export function auditQueryString({ by, area, subject, from, to }: AuditFilter, page: number): string {
  const query = new URLSearchParams({ page: String(page), size: String(ACTS_SHOWN) });
  if (by !== "") query.set("by", by);
  if (area !== "") query.set("area", area);
  if (subject.trim() !== "") query.set("subject", subject.trim());
  if (from !== "") query.set("from", new Date(`${from}T00:00`).toISOString());
  if (to !== "") {
    const end = new Date(`${to}T00:00`);
    end.setDate(end.getDate() + 1);
    query.set("to", end.toISOString());
  }
  return query.toString();
}

export const fetchAudit = (filter: AuditFilter, page: number) =>
  get<AuditPage>(`${API}/audit?${auditQueryString(filter, page)}`);
