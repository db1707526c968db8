import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import { aConversation, aliceOnline, aMessage } from "../test/fixtures";
import { type Call, json, problem, serve } from "../test/server";
import { EarlierAbove } from "./EarlierAbove";

const NOW = aConversation({ id: "now" });
const EARLIER = aConversation({ id: "earlier", state: "CLOSED", closedAt: "2026-03-01T17:00:00Z" });
const SIZE = 50;

/** An earlier conversation of so many messages, read from its end. */
function of(count: number, refuse: (call: Call) => boolean = () => false, now = NOW) {
  const calls = serve((call) => {
    if (call.path.endsWith("/earlier")) return json([EARLIER]);
    if (!call.path.includes("/conversations/earlier/messages")) return json([]);
    if (refuse(call)) return problem(503, "The store does not answer");
    const before = Number(/before=(\d+)/.exec(call.path)?.[1] ?? count + 1);
    const from = Math.max(1, before - SIZE);
    const items = Array.from({ length: before - from }, (_, n) =>
      aMessage(from + n, { id: `m-${from + n}`, text: `line ${from + n}` }),
    );
    return json({ items, more: from > 1 });
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <EarlierAbove conversation={now} me={aliceOnline()} />
    </QueryClientProvider>,
  );
  return () => calls.filter(({ path }) => path.includes("/messages")).map(({ path }) => path.split("?")[1]);
}

const shown = () => within(screen.getByTestId("earlier-transcript"));

it("reads an earlier conversation to its beginning, part by part", async () => {
  const asked = of(120);
  await userEvent.click(await screen.findByTestId("earlier-show"));
  expect(await screen.findByText("line 120")).toBeInTheDocument();
  expect(shown().queryByText("line 70")).toBeNull();

  await userEvent.click(screen.getByTestId("earlier-older"));
  expect(await screen.findByText("line 21")).toBeInTheDocument();
  await userEvent.click(screen.getByTestId("earlier-older"));

  expect(await screen.findByText("line 1")).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByTestId("earlier-older")).toBeNull());
  expect(shown().getAllByText(/^line \d+$/)).toHaveLength(120);
  expect(asked()).toEqual(["size=50", "size=50&before=71", "size=50&before=21"]);
});

it("says so when older messages do not come, and asks again", async () => {
  let down = true;
  of(60, ({ path }) => path.includes("before=") && down);
  await userEvent.click(await screen.findByTestId("earlier-show"));
  await userEvent.click(await screen.findByTestId("earlier-older"));
  expect(await screen.findByRole("alert")).toBeInTheDocument();

  down = false;
  await userEvent.click(screen.getByTestId("earlier-older"));

  expect(await screen.findByText("line 1")).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

it("shows a short one whole", async () => {
  of(3);
  await userEvent.click(await screen.findByTestId("earlier-show"));

  expect(await screen.findByText("line 1")).toBeInTheDocument();
  expect(screen.queryByTestId("earlier-older")).toBeNull();
});

it("is unfolded to the one that was gone on with, and folds away", async () => {
  of(3, undefined, { ...NOW, continues: EARLIER.id });

  expect(await screen.findByText("line 1")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Hide them" }));
  expect(screen.queryByTestId("earlier-transcript")).toBeNull();
});
