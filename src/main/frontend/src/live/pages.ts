import { queryOptions } from "@tanstack/react-query";
import { fetchPages, type Page } from "../api/pages";
import { keys } from "./queries";

const SAFETY_NET_MS = 60_000;

export const pagesQuery = queryOptions({
  queryKey: keys.pages,
  queryFn: async () => [...(await fetchPages())].sort(byName),
  refetchInterval: SAFETY_NET_MS,
  staleTime: 5_000,
});

const byName = (a: Page, b: Page) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id);

/** The list after one Page changed. */
export function placePage(pages: readonly Page[], changed: Page): Page[] {
  return [...pages.filter((page) => page.id !== changed.id), changed].sort(byName);
}

/** Whether somebody has to do something about it. */
export const needsAttention = (page: Page) => page.state === "ATTENTION" || page.state === "HELD";
