import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { fetchTickets, TICKETS_SHOWN, type TicketFilter } from "../api/inbox";
import { keys, remember } from "./queries";

/** One page of the table; the feed does not tell of what is in other hands, so it is asked for now and then. */
export const ticketsQuery = (client: QueryClient, filter: TicketFilter, page: number) =>
  queryOptions({
    queryKey: [...keys.tickets, filter, page],
    queryFn: async () => {
      const slice = await fetchTickets(filter, page);
      for (const conversation of slice.items) remember(client, conversation);
      return slice;
    },
    placeholderData: keepPreviousData,
    staleTime: 2_000,
    refetchInterval: 15_000,
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
