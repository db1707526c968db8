import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Link, MemoryRouter, useLocation } from "react-router";
import { expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import type { BlockedFound, CustomerCard } from "../api/customers";
import { keys } from "../live/queries";
import { json, serve } from "../test/server";
import { BlockedList } from "./BlockedList";

const aCard = (id: string): CustomerCard => ({
  page: "p-1",
  id,
  tags: [],
  fields: {},
  blocked: { by: { kind: "AGENT", id: "alice", name: "Alice" }, at: "2026-03-02T10:00:00Z", reason: "Spam" },
  facebook: null,
  acts: [],
  version: 1,
});

function Place() {
  const { search } = useLocation();
  return <p data-testid="place">{search}</p>;
}

/** Answers as the server does, of as many as are blocked; says what was asked for. */
function open(search: string, blocked: () => number = () => 1) {
  const asked: URLSearchParams[] = [];
  serve(({ path }) => {
    if (!path.startsWith("/api/v1/blocked-customers")) return json([]);
    const params = new URL(path, "http://localhost").searchParams;
    asked.push(params);
    const total = blocked();
    const from = Number(params.get("page")) * Number(params.get("size"));
    const items = Array.from({ length: total }, (_, n) => aCard(`c-${n}`)).slice(from, from + 50);
    return json({ items, names: {}, total } satisfies BlockedFound);
  });
  const client = createQueryClient();
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[`/supervision/blocked${search}`]}>
        <BlockedList />
        <Link to="/supervision/blocked">Blocked</Link>
        <Place />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return { client, words: () => asked.map((params) => params.get("q")) };
}
const place = () => screen.getByTestId("place").textContent;

it("looks for what is typed once its typist has paused", async () => {
  const { words } = open("");
  await screen.findByTestId("blocked-row");
  const search = screen.getByRole("searchbox");
  await userEvent.type(search, "spam");
  expect(search).toHaveValue("spam");
  expect(place()).toBe("");

  await waitFor(() => expect(place()).toBe("?q=spam"));
  await waitFor(() => expect(words()).toEqual(["", "spam"]));
  await userEvent.type(search, "s", { initialSelectionStart: 0, initialSelectionEnd: 0 });
  expect(search).toHaveValue("sspam");
});

it("looks for what a link says", async () => {
  open("?q=spam");
  const search = screen.getByRole("searchbox");
  expect(search).toHaveValue("spam");
  await userEvent.type(search, "s");
  await userEvent.click(screen.getByRole("link", { name: "Blocked" }));
  await waitFor(() => expect(search).toHaveValue(""));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(place()).toBe("");
});

it("goes back to the last page when its own has become empty", async () => {
  let total = 51;
  const { client } = open("?q=spam&page=2", () => total);
  expect(await screen.findAllByTestId("blocked-row")).toHaveLength(1);
  total = 50;
  await act(() => client.invalidateQueries({ queryKey: keys.blocked }));
  await waitFor(() => expect(screen.getAllByTestId("blocked-row")).toHaveLength(50));
  expect(screen.queryByTestId("nobody-blocked")).not.toBeInTheDocument();
  expect(place()).toBe("?q=spam");
});

it("says that nobody is blocked when the last one of a page is let through", async () => {
  open("?page=2", () => 0);
  expect(await screen.findByTestId("nobody-blocked")).toBeInTheDocument();
  expect(place()).toBe("");
});
