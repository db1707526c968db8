import { change, get } from "./http";
import type { Conversation, Found, Message, Presence, PresenceState } from "./types";

/** By what recordings are looked for; what is empty does not count. */
export const FILTERS = ["state", "from", "to", "campaign", "assignee", "customer", "tag", "score", "q"] as const;
export type Filter = Partial<Record<(typeof FILTERS)[number], string>>;

export const RECORDING_ORDERS = ["CUSTOMER", "STATE", "AGENT", "OPENED", "SCORE"] as const;
export type RecordingOrder = (typeof RECORDING_ORDERS)[number];
/** Null for the usual order, newest activity first. */
export type RecordingSort = { order: RecordingOrder; descending: boolean } | null;

/** The states in which nobody has rated yet. */
export const OPEN_STATES = "NEW,WAITING,ASSIGNED,CLOSING";

/** Those of any score: conversations that nobody rated are not among them. */
export const ANY_SCORE = "1,2,3,4,5";

export const RECORDINGS_SHOWN = 50;

/** The reason for sorting decides where it begins: names from A, the newest, and the worst score first. */
const BEGINS_DESCENDING: readonly RecordingOrder[] = ["OPENED"];

/** What a click on a column's title leads to; what nobody rated has no place in an order by score. */
export function sortedBy(order: RecordingOrder, sort: RecordingSort, filter: Filter): [RecordingSort, Filter] {
  const begins = BEGINS_DESCENDING.includes(order);
  if (sort?.order !== order)
    return [{ order, descending: begins }, order === "SCORE" ? rated(filter) : unrated(sort, filter)];
  return sort.descending === begins ? [{ order, descending: !begins }, filter] : [null, unrated(sort, filter)];
}

function rated({ state, ...filter }: Filter): Filter {
  const over = state === undefined || state === OPEN_STATES ? filter : { ...filter, state };
  return { ...over, score: filter.score || ANY_SCORE };
}

/** With the order by score goes what it brought along. */
function unrated(sort: RecordingSort, { score, ...filter }: Filter): Filter {
  return score === undefined || (sort?.order === "SCORE" && score === ANY_SCORE) ? filter : { ...filter, score };
}

/** Days are the reader's own: the last one counts as a whole. */
export function queryOf(filter: Filter): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of FILTERS) {
    const value = filter[name]?.trim() ?? "";
    if (value === "") continue;
    query.set(name, name === "from" ? midnight(value, 0) : name === "to" ? midnight(value, 1) : value);
  }
  return query;
}

function midnight(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

export function fetchRecordings(filter: Filter, sort: RecordingSort, page: number) {
  const query = queryOf(filter);
  if (sort !== null) {
    query.set("sort", sort.order);
    query.set("descending", String(sort.descending));
  }
  query.set("page", String(page));
  query.set("size", String(RECORDINGS_SHOWN));
  return get<Found<Conversation>>(`/api/v1/conversations?${query}`);
}

export type ExportFormat = "CSV" | "JSON";
export function exportAddress(filter: Filter, format: ExportFormat): string {
  const query = queryOf(filter);
  query.set("format", format);
  return `/api/v1/recordings/export?${query}`;
}
export const exportOneAddress = (id: string, format: ExportFormat) =>
  `/api/v1/conversations/${encodeURIComponent(id)}/export?format=${format}`;

export type Transcript = { conversation: Conversation; messages: Message[] };
/** Written down as taken away, as a file of it would be. */
export const fetchTranscript = (id: string) =>
  get<Transcript>(`/api/v1/conversations/${encodeURIComponent(id)}/export?format=PRINT`);

const agent = (id: string) => `/api/v1/agents/${encodeURIComponent(id)}`;
export const putAgentPresence = (id: string, presence: PresenceState) =>
  change<Presence>("PUT", `${agent(id)}/presence`, { presence });
/** Null for what the settings say. */
export const putAgentCapacity = (id: string, capacity: number | null) =>
  change<Presence>("PUT", `${agent(id)}/capacity`, { capacity });
