import { queryOptions } from "@tanstack/react-query";
import { fetchPages, type Page } from "../api/pages";
import { keys } from "./queries";

const SAFETY_NET_MS = 60_000;

export const pagesQuery = queryOptions({
  queryKey: keys.pages,
  queryFn: async () => [...(await fetchPages())].sort(byUrgency),
  refetchInterval: SAFETY_NET_MS,
  staleTime: 5_000,
});

/** Whether somebody has to do something about it. */
export const needsAttention = (page: Page) => page.state === "ATTENTION" || page.state === "HELD";

const URGENCY = { HELD: 0, ATTENTION: 1, CONNECTED: 2, DISCONNECTED: 3 };
const byUrgency = (a: Page, b: Page) =>
  URGENCY[a.state] - URGENCY[b.state] || a.name.localeCompare(b.name) || a.id.localeCompare(b.id);

/** The list after one Page changed. */
export function placePage(pages: readonly Page[], changed: Page): Page[] {
  return [...pages.filter((page) => page.id !== changed.id), changed].sort(byUrgency);
}
