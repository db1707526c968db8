import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { fetchTickets, TICKETS_SHOWN, type TicketFilter } from "../api/inbox";
import { keys, remember } from "./queries";

const SEARCH_STANDS_MS = 60_000;

/** Whether words are looked for: that reads every message there is, and is done when somebody asks for it. */
export const isSearch = ({ q }: TicketFilter): boolean => q.trim() !== "";

/**
 * One page of the table; the feed does not tell of what is in other hands, so it is asked for now and then. A search
 * stays as it was found until it is asked for again.
 */
export const ticketsQuery = (client: QueryClient, filter: TicketFilter, page: number) =>
  queryOptions({
    queryKey: [...(isSearch(filter) ? keys.ticketSearch : keys.tickets), filter, page],
    queryFn: async () => {
      const slice = await fetchTickets(filter, page);
      for (const conversation of slice.items) remember(client, conversation);
      return slice;
    },
    placeholderData: keepPreviousData,
    staleTime: isSearch(filter) ? SEARCH_STANDS_MS : 2_000,
    refetchInterval: isSearch(filter) ? false : 15_000,
    refetchOnWindowFocus: !isSearch(filter),
    refetchOnReconnect: !isSearch(filter),
  });

const TEAMS: TicketFilter = {
  states: "open",
  owner: "teams",
  campaign: null,
  q: "",
  sort: "ACTIVITY",
  descending: true,
};

/** What the user's teams have in hand or waiting, newest activity first, page by page. */
export const teamWorkQuery = (client: QueryClient) =>
  infiniteQueryOptions({
    queryKey: keys.teamWork,
    queryFn: async ({ pageParam }) => {
      const slice = await fetchTickets(TEAMS, pageParam);
      for (const conversation of slice.items) remember(client, conversation);
      return slice;
    },
    initialPageParam: 0,
    getNextPageParam: ({ page, total }) => ((page + 1) * TICKETS_SHOWN < total ? page + 1 : undefined),
    staleTime: 2_000,
    refetchInterval: 15_000,
  });
