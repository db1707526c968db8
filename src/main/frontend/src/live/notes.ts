import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { fetchColleagues, fetchMentions, fetchOfferedTags, type Mention, type MentionList } from "../api/notes";
import { keys } from "./queries";
import { stored } from "./stored";

/** Notes that were begun, per conversation: apart from what was begun for the customer. */
export const noteDrafts = stored<string>("note", "");

export const colleaguesQuery = queryOptions({
  queryKey: ["colleagues"],
  queryFn: fetchColleagues,
  staleTime: 5 * 60_000,
});

export const mentionsQuery = queryOptions({
  queryKey: keys.mentions,
  queryFn: fetchMentions,
  staleTime: 30_000,
});

/** Where a conversation has no campaign yet, those of the one that takes the rest. */
export const offeredTagsQuery = (campaign: string | null) =>
  queryOptions({
    queryKey: ["offeredTags", campaign ?? "default"],
    queryFn: () => fetchOfferedTags(campaign ?? "default"),
    staleTime: 60_000,
  });

/** Brings a new mention into the list, once. Returns whether it was unknown. */
export function applyMention(client: QueryClient, mention: Mention): boolean {
  const known = client.getQueryData<MentionList>(keys.mentions);
  if (known?.items.some(({ note }) => note === mention.note)) return false;
  client.setQueryData<MentionList>(
    keys.mentions,
    (list) => list && { items: [mention, ...list.items], unseen: list.unseen + (mention.seen ? 0 : 1) },
  );
  return true;
}
