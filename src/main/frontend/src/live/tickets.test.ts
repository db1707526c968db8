import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import type { TicketFilter } from "../api/inbox";
import type { Me } from "../api/types";
import { aConversation, aliceOnline } from "../test/fixtures";
import { applyConversation } from "./apply";
import { keys } from "./queries";
import { ticketsQuery } from "./tickets";

const ALL: TicketFilter = {
  states: "all",
  owner: "anybody",
  campaign: null,
  q: "",
  sort: "ACTIVITY",
  descending: true,
};
const SEARCH: TicketFilter = { ...ALL, q: "zebra" };

it("a table is asked for again when a conversation changes hands, a search is not", () => {
  const client = new QueryClient();
  client.setQueryData<Me>(keys.me, aliceOnline());
  const table = ticketsQuery(client, ALL, 0).queryKey;
  const search = ticketsQuery(client, SEARCH, 0).queryKey;
  for (const key of [table, search]) client.setQueryData(key, { items: [], page: 0, size: 50, total: 0 });

  applyConversation(client, aConversation({ id: "a", state: "WAITING", assignee: null, version: 1 }));

  expect(client.getQueryState(table)?.isInvalidated).toBe(true);
  expect(client.getQueryState(search)?.isInvalidated).toBe(false);
});

it("only what is no search is asked for by the clock", () => {
  const client = new QueryClient();

  expect(ticketsQuery(client, ALL, 0).refetchInterval).toBe(15_000);
  expect(ticketsQuery(client, SEARCH, 0).refetchInterval).toBe(false);
  expect(ticketsQuery(client, { ...ALL, q: "  " }, 0).refetchInterval).toBe(15_000);
});
