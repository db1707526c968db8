import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import type { Pushed, Stuck } from "../api/monitor";
import { keys } from "../live/queries";
import { ToastProvider } from "../shell/Toasts";
import { aliceOnline } from "../test/fixtures";
import { json, problem, serve, setToken } from "../test/server";
import { StuckList } from "./StuckList";

const aStuck = (changes: Partial<Stuck> = {}): Stuck => ({
  conversation: "c-1",
  campaign: "default",
  customer: "Ada Martin",
  step: "DECIDE",
  since: new Date(Date.now() - 5 * 60_000).toISOString(),
  cause: { kind: "TABLE", subject: "routing", version: 7, message: "no function found" },
  remedy: "BEGIN_AGAIN",
  tried: null,
  ...changes,
});

function open(list: () => Stuck[], answer: () => Response = () => json([])) {
  const calls = serve(({ method, path }) =>
    method === "POST" ? answer() : json(path.endsWith("/stuck") ? list() : [{ id: "default", name: "Everyone" }]),
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <ToastProvider>
        <MemoryRouter>
          <StuckList me={{ ...aliceOnline(), roles: ["SUPERVISOR"] }} />
        </MemoryRouter>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return { client, posted: () => calls.filter(({ method }) => method === "POST").map(({ body }) => body) };
}

beforeEach(() => setToken("token"));

describe("the conversations that do not move", () => {
  it("are none when everything moves", async () => {
    open(() => []);

    expect(await screen.findByText("Everything moves")).toBeInTheDocument();
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("say what they wait for, since when, why, and what was tried", async () => {
    const tried = { at: "2026-03-02T09:32:00Z", by: null, times: 1 };
    open(() => [
      aStuck(),
      aStuck({
        conversation: "c-2",
        campaign: null,
        cause: { kind: "PROCESS_GONE", subject: null, version: null, message: null },
        tried,
      }),
    ]);

    const [first, second] = await screen.findAllByTestId("stuck");

    await waitFor(() => expect(first).toHaveTextContent("Everyone"));
    expect(first).toHaveTextContent("Ada Martin");
    expect(first).toHaveTextContent("The rules are to decide who answers");
    expect(first).toHaveTextContent("5 min");
    expect(first).toHaveTextContent("The table “routing”, version 7, cannot be evaluated");
    expect(first).toHaveTextContent("no function found");
    expect(second).toHaveTextContent("no campaign yet");
    expect(second).toHaveTextContent("Its process is not there any more");
    expect(second).toHaveTextContent(/Tried by itself at \d\d:\d\d/);
  });

  it("are pushed on one by one, and it is told when they move again", async () => {
    let list = [aStuck()];
    const pushed: Pushed[] = [{ conversation: "c-1", outcome: "BEGUN_AGAIN" }];
    const { client, posted } = open(
      () => list,
      () => json(pushed),
    );

    await userEvent.click(await screen.findByRole("button", { name: "Push on the conversation with Ada Martin" }));

    expect(await screen.findByText("1 conversation is pushed on")).toBeInTheDocument();
    expect(posted()).toEqual(['{"conversations":["c-1"]}']);
    const row = screen.getByTestId("stuck");
    expect(within(row).getByTestId("stuck-tried")).toHaveTextContent(/Pushed on at \d\d:\d\d by alice/);
    list = [];
    await client.invalidateQueries({ queryKey: keys.stuck });
    expect(await screen.findByText("The conversation with Ada Martin moves again")).toBeInTheDocument();
    expect(screen.getByText("Everything moves")).toBeInTheDocument();
  });

  it("are pushed on all at once", async () => {
    const { posted } = open(
      () => [aStuck(), aStuck({ conversation: "c-2" })],
      () => json([]),
    );

    await userEvent.click(await screen.findByTestId("push-all"));

    await waitFor(() => expect(posted()).toEqual(['{"conversations":["c-1","c-2"]}']));
  });

  it("stay where they are when pushing is refused", async () => {
    open(
      () => [aStuck()],
      () => problem(503, "The store is away"),
    );

    await userEvent.click(await screen.findByTestId("push"));

    expect(await screen.findByText("It could not be pushed on")).toBeInTheDocument();
    expect(screen.getByTestId("stuck")).toBeInTheDocument();
  });
});
