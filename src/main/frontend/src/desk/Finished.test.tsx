import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import { applyConversation } from "../live/apply";
import { keys } from "../live/queries";
import { aConversation, aCustomer, aliceOnline } from "../test/fixtures";
import { json, noAnswer, serve } from "../test/server";
import { Finished } from "./Finished";

const over = (id: string) =>
  aConversation({ id, state: "CLOSED", assignee: null, customer: aCustomer(`u-${id}`, `Customer ${id}`) });
const slice = (ids: string[], page: number) => json({ items: ids.map(over), page, size: 30, total: 31 });

beforeEach(() => {
  serve(({ path }) => {
    if (path.includes("/campaign-names")) return json([]);
    if (path.includes("state=IGNORED")) return new Promise(() => {});
    if (path.includes("page=0")) return slice(["a", "b"], 0);
    return path.includes("page=1") ? slice(["b", "c"], 1) : noAnswer();
  });
});

function open() {
  const onItems = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <Finished me={{ ...aliceOnline(), roles: ["SUPERVISOR"] }} openId={undefined} onItems={onItems} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return onItems;
}

it("shows one that slipped to the next page meanwhile only once", async () => {
  const onItems = open();

  await userEvent.click(await screen.findByTestId("finished-more"));

  await waitFor(() => expect(onItems).toHaveBeenLastCalledWith(["a", "b", "c"]));
  expect(screen.getAllByText("Customer b")).toHaveLength(1);
});

it("does not show those that were answered for those that nobody listened to", async () => {
  open();
  await screen.findByText("Customer a");

  await userEvent.click(screen.getByTestId("finished-IGNORED"));

  await waitFor(() => expect(screen.queryByText("Customer a")).toBeNull());
});

it("keeps what a search has found until it is asked for again", async () => {
  const asked: string[] = [];
  serve(({ path }) => {
    if (path.includes("/campaign-names")) return json([]);
    if (!path.includes("q=late")) return slice(["a"], 0);
    asked.push(path);
    return json({ items: [over("a")], page: 0, size: 30, total: 1, searchedFrom: "2025-03-02T00:00:00Z" });
  });
  const client = createQueryClient();
  client.setQueryData(keys.me, aliceOnline());
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <Finished me={aliceOnline()} openId={undefined} onItems={() => {}} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByTestId("finished-search"), "late");
  await waitFor(() => expect(asked).toHaveLength(1));
  await waitFor(() => expect(client.isFetching()).toBe(0));
  expect(screen.queryByTestId("search-again")).toBeNull();
  expect(screen.getByTestId("searched-since")).toHaveTextContent("opened since 2 March 2025");

  act(() => void applyConversation(client, over("new")));

  await userEvent.click(await screen.findByTestId("search-again"));
  await waitFor(() => expect(asked).toHaveLength(2));
});
