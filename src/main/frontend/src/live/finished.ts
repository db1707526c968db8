import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import {
  FINISHED_SHOWN,
  type FinishedState,
  fetchDecisions,
  fetchDone,
  fetchFinished,
  fetchPlace,
  fetchSurvey,
  fetchUnattended,
  fetchWaiting,
} from "../api/finished";
import { keys, remember } from "./queries";

const isSearch = (q: string): boolean => q.trim() !== "";
const SEARCH_STANDS_MS = 60_000;
const LOOKED_UP_EVERY_MS = 60_000;

/**
 * Those that are over, newest activity first, page by page. A search, which reads every message there is, stays as it
 * was found until it is asked for again.
 */
export const finishedQuery = (client: QueryClient, state: FinishedState, q: string) =>
  infiniteQueryOptions({
    queryKey: [...(isSearch(q) ? keys.finishedSearch : keys.finished), state, q.trim()],
    queryFn: async ({ pageParam }) => {
      const slice = await fetchFinished(state, q, pageParam);
      for (const conversation of slice.items) remember(client, conversation);
      return slice;
    },
    initialPageParam: 0,
    getNextPageParam: ({ page, total }) => ((page + 1) * FINISHED_SHOWN < total ? page + 1 : undefined),
    staleTime: isSearch(q) ? SEARCH_STANDS_MS : 5_000,
    // What was told before it could be read here is found at the latest then.
    refetchInterval: isSearch(q) ? false : LOOKED_UP_EVERY_MS,
    refetchOnWindowFocus: !isSearch(q),
    refetchOnReconnect: !isSearch(q),
    // What is typed narrows what is shown down; those in another state are others.
    placeholderData: (before, query) => (query?.queryKey[1] === state ? before : undefined),
  });

/** How many this user has resolved: who has nothing left is not told that nothing came. */
export const doneQuery = queryOptions({
  queryKey: [...keys.finished, "CLOSED", "mine"],
  queryFn: fetchDone,
  staleTime: 5_000,
});

export const decisionsQuery = (id: string, version: number) =>
  queryOptions({ queryKey: [...keys.decisions(id), version], queryFn: () => fetchDecisions(id), staleTime: 60_000 });

/** A customer may answer long after the end. */
export const surveyQuery = (id: string) =>
  queryOptions({
    queryKey: ["survey", id],
    queryFn: () => fetchSurvey(id),
    staleTime: 5_000,
    refetchInterval: 30_000,
  });

/** Others in front are served, and others with more priority come: the place changes by itself. */
export const placeQuery = (id: string) =>
  queryOptions({
    queryKey: ["place", id],
    queryFn: () => fetchPlace(id),
    refetchInterval: 10_000,
  });

/** In which order those who wait are served: who waited before, and was given back, is in front. */
export const placesQuery = queryOptions({
  queryKey: keys.places,
  queryFn: async () => new Map((await fetchWaiting()).map(({ conversation, position }) => [conversation, position])),
  refetchInterval: 10_000,
  staleTime: 1_000,
});

export const unattendedQuery = queryOptions({
  queryKey: ["unattended"],
  queryFn: fetchUnattended,
  refetchInterval: 15_000,
  staleTime: 5_000,
});
