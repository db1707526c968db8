import { change, get, partingChange } from "./http";
import type { Conversation, Found } from "./types";

/** How far somebody has read a conversation: the number of the last message that was on screen. */
/** The newest marks are told; when a list is full, nobody knows of what was said before its oldest. */
export type ReadMark = { conversation: string; seq: number; at: string };
export const READ_MARKS_SHOWN = 1000;

const mark = (id: string) => `/api/v1/conversations/${encodeURIComponent(id)}/read-mark`;
export const fetchReadMarks = () => get<ReadMark[]>("/api/v1/me/read-marks");
export const putReadMark = (id: string, seq: number) => partingChange<void>("PUT", mark(id), { seq });
export const deleteReadMark = (id: string) => change<void>("DELETE", mark(id));

export const TICKETS_SHOWN = 50;
export const TICKET_ORDERS = ["CUSTOMER", "STATE", "CAMPAIGN", "AGENT", "PRIORITY", "OPENED", "ACTIVITY"] as const;
export type TicketOrder = (typeof TICKET_ORDERS)[number];
export const TICKET_STATES = {
  open: "NEW,WAITING,ASSIGNED,CLOSING",
  waiting: "WAITING",
  inHand: "ASSIGNED,CLOSING",
  closed: "CLOSED",
  all: "",
} as const;
export type TicketStates = keyof typeof TICKET_STATES;
export const TICKET_OWNERS = ["anybody", "me", "teams"] as const;

/** What the table shows, and in which order. */
export type TicketFilter = {
  states: TicketStates;
  owner: (typeof TICKET_OWNERS)[number];
  campaign: string | null;
  /** One of its tags, as written. */
  tag?: string | null;
  q: string;
  sort: TicketOrder;
  descending: boolean;
};

export function fetchTickets({ states, owner, campaign, tag, q, sort, descending }: TicketFilter, page: number) {
  const query = new URLSearchParams({ sort, descending: String(descending), page: String(page) });
  query.set("size", String(TICKETS_SHOWN));
  if (TICKET_STATES[states] !== "") query.set("state", TICKET_STATES[states]);
  if (owner === "me") query.set("assignee", "me");
  if (owner === "teams") query.set("team", "mine");
  if (campaign !== null) query.set("campaign", campaign);
  if (tag != null && tag !== "") query.set("tag", tag);
  if (q.trim() !== "") query.set("q", q.trim());
  return get<Found<Conversation>>(`/api/v1/conversations?${query}`);
}
