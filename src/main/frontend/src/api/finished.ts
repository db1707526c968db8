import { get } from "./http";
import type { Conversation, Found, Slice } from "./types";

export const REMARKS = ["OTHER_VERSION", "CAMPAIGN_DISABLED", "CAMPAIGN_OTHER_PAGE", "CAMPAIGN_OTHER_CHANNEL"] as const;
/** What else is to be said of a decision, to be put into words. */
export type Remark = {
  code: (typeof REMARKS)[number];
  values: Partial<Record<"version" | "campaign" | "page" | "channel", string>>;
};

/** The shapes of `docs/api.md` about conversations that are over. */
export type Decision = {
  table: string;
  version: number | null;
  row: number | null;
  description: string | null;
  outputs: Record<string, unknown>;
  /** What the table was asked, column by column; none where an earlier version of Pupitre kept the decision. */
  inputs?: { name: string; value: string | number | boolean | null }[];
  remark: string | null;
  /** The same as a code; none where an earlier version of Pupitre made the remark. */
  coded: Remark | null;
  at: string;
};
export type Survey = { askedAt: string | null; score: number | null; ratedAt: string | null; comment: string | null };
export type Waiting = { conversation: string; position: number };
export type Place = { campaign: string; position: number; since: string };
export type Unattended = { conversation: string; campaign: string | null; agent: { name: string }; since: string };

const at = (id: string) => `/api/v1/conversations/${encodeURIComponent(id)}`;
export const FINISHED_SHOWN = 30;
export type FinishedState = "CLOSED" | "IGNORED";

export function fetchFinished(state: FinishedState, q: string, page: number) {
  const query = new URLSearchParams({ state, page: String(page), size: String(FINISHED_SHOWN) });
  if (q.trim() !== "") query.set("q", q.trim());
  return get<Found<Conversation>>(`/api/v1/conversations?${query}`);
}
/** How many this user has resolved. */
export const fetchDone = () =>
  get<Slice<Conversation>>("/api/v1/conversations?state=CLOSED&assignee=me&size=1").then(({ total }) => total);
export const fetchDecisions = (id: string) => get<Decision[]>(`${at(id)}/decisions`);
export const fetchSurvey = (id: string) => get<Survey>(`${at(id)}/survey`);
export const fetchPlace = (id: string) => get<Place>(`${at(id)}/queue`);
const QUEUE_PAGE = 200;
/** All who wait, in the order in which they are served. */
export async function fetchWaiting(): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (let page = 0; ; page += 1) {
    const { items, total } = await get<Slice<Waiting>>(`/api/v1/queue?page=${page}&size=${QUEUE_PAGE}`);
    waiting.push(...items);
    if (items.length < QUEUE_PAGE || waiting.length >= total) return waiting;
  }
}
export const fetchUnattended = () => get<Unattended[]>("/api/v1/queue/unattended");
