import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { fetchConversation, fetchMe, fetchMessages, fetchMine, fetchPolicy, fetchQueue } from "../api/desk";
import type { Conversation, Me, Slice } from "../api/types";
import { type ConversationList, correct, isNewer, type ListName } from "./lists";
import { keepStoredFor } from "./stored";
import { refresh, type Transcript } from "./transcript";

export const keys = {
  me: ["me"] as const,
  lists: ["list"] as const,
  finished: ["finished"] as const,
  finishedSearch: ["finishedSearch"] as const,
  places: ["places"] as const,
  reads: ["reads"] as const,
  tickets: ["tickets"] as const,
  ticketSearch: ["ticketSearch"] as const,
  teamWork: ["teamWork"] as const,
  list: (name: ListName) => ["list", name] as const,
  conversations: ["conversation"] as const,
  conversation: (id: string) => ["conversation", id] as const,
  decisions: (id: string) => ["decisions", id] as const,
  transcripts: ["messages"] as const,
  transcript: (id: string) => ["messages", id] as const,
  policies: ["policy"] as const,
  policy: (id: string) => ["policy", id] as const,
  stuck: ["stuck"] as const,
  monitor: ["monitor"] as const,
  recordings: ["recordings"] as const,
  breakReasons: ["breakReasons"] as const,
  alerts: ["alerts"] as const,
  alertLimits: ["alertLimits"] as const,
  webhooks: ["webhooks"] as const,
  deliveries: (webhook: string) => ["deliveries", webhook] as const,
  mentions: ["mentions"] as const,
  cards: ["card"] as const,
  card: (page: string, id: string) => ["card", page, id] as const,
  blocked: ["blocked"] as const,
  fields: ["customerFields"] as const,
  company: (id: string) => ["company", id] as const,
  pages: ["pages"] as const,
  profile: (page: string) => ["profile", page] as const,
  campaigns: ["campaigns"] as const,
  campaignArchive: ["campaignArchive"] as const,
  campaignOptions: ["campaignOptions"] as const,
  campaignOf: ["campaign"] as const,
  campaign: (id: string) => ["campaign", id] as const,
  campaignNames: ["campaignNames"] as const,
  userNames: ["userNames"] as const,
  targets: ["targets"] as const,
  teams: ["teams"] as const,
  naming: ["naming"] as const,
  rulesProblems: ["rulesProblems"] as const,
  ruleTables: ["ruleTables"] as const,
  ruleTableOf: ["ruleTable"] as const,
  ruleTable: (table: string) => ["ruleTable", table] as const,
  reports: ["reports"] as const,
  reportComments: ["reportComments"] as const,
};

/** The feed keeps everything fresh; this only bounds how long a silent fault could go unseen. */
const SAFETY_NET_MS = 60_000;

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async () => {
    const me = await fetchMe();
    keepStoredFor(me.id);
    return me;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** How many pages of a list were asked for; what was scrolled to once is kept up to date. */
const wanted = new Map<ListName, number>();

/** Loads the next page of a list, unless it is on its way. */
export function loadMore(client: QueryClient, name: ListName): void {
  const list = client.getQueryData<ConversationList>(keys.list(name));
  if (list?.more !== true || client.isFetching({ queryKey: keys.list(name) }) > 0) return;
  wanted.set(name, (wanted.get(name) ?? 1) + 1);
  void client.invalidateQueries({ queryKey: keys.list(name) });
}

/** Each once: one that moved to the top since the first page was loaded stands on two of them. */
export const eachOnce = (pages: readonly Slice<Conversation>[]): Conversation[] => [
  ...new Map(pages.flatMap(({ items }) => items).map((conversation) => [conversation.id, conversation])).values(),
];

export const listQuery = (client: QueryClient, name: ListName, me: string) =>
  queryOptions({
    queryKey: keys.list(name),
    queryFn: async (): Promise<ConversationList> => {
      const since = Date.now();
      const slices = [];
      for (let page = 0; page < (wanted.get(name) ?? 1); page++) {
        const slice = await (name === "mine" ? fetchMine(page) : fetchQueue(page));
        slices.push(slice);
        if ((page + 1) * slice.size >= slice.total) break;
      }
      const items = eachOnce(slices);
      for (const conversation of items) remember(client, conversation);
      const more = (slices.at(-1)?.total ?? 0) > items.length;
      return correct({ items, more }, name, touchedSince(client, since), me);
    },
    refetchInterval: SAFETY_NET_MS,
    staleTime: 5_000,
  });

export const conversationQuery = (client: QueryClient, id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: async (): Promise<Conversation> => {
      const loaded = await fetchConversation(id);
      const known = client.getQueryData<Conversation>(keys.conversation(id));
      return known === undefined || isNewer(loaded, known) ? loaded : known;
    },
    staleTime: 5_000,
  });

export const transcriptQuery = (client: QueryClient, id: string) =>
  queryOptions({
    queryKey: keys.transcript(id),
    queryFn: async (): Promise<Transcript> => {
      const newest = await fetchMessages(id);
      return refresh(client.getQueryData<Transcript>(keys.transcript(id)), newest);
    },
    staleTime: 5_000,
  });

export const policyQuery = (id: string) =>
  queryOptions({
    queryKey: keys.policy(id),
    queryFn: () => fetchPolicy(id),
    staleTime: 30_000,
    refetchInterval: 60_000,
  });

/** Keeps a conversation under its own key, unless a newer state is there. */
export function remember(client: QueryClient, conversation: Conversation): boolean {
  const key = keys.conversation(conversation.id);
  if (!isNewer(conversation, client.getQueryData<Conversation>(key))) return false;
  client.setQueryData(key, conversation);
  return true;
}

function touchedSince(client: QueryClient, since: number): Conversation[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: keys.conversations })
    .filter((query) => query.state.dataUpdatedAt >= since)
    .map((query) => query.state.data as Conversation | undefined)
    .filter((conversation) => conversation !== undefined);
}

export const myId = (client: QueryClient) => client.getQueryData<Me>(keys.me)?.id;
