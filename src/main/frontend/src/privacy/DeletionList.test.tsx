import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { Deletion } from "../api/privacy";
import type { Role } from "../api/types";
import { aliceOnline } from "../test/fixtures";
import { json, problem, serve, setToken } from "../test/server";
import { customerIds } from "./customerIds";
import { DeletionList } from "./DeletionList";

const aDeletion = (changes: Partial<Deletion> = {}): Deletion => ({
  code: "code-1",
  source: "META",
  state: "SEARCHING",
  person: "4711",
  askedAt: "2026-03-02T09:00:00Z",
  finishedAt: null,
  conversations: 0,
  messages: 0,
  files: 0,
  ...changes,
});

function open(items: Deletion[], roles: Role[] = ["SUPERVISOR"], answer = () => json(items[0], 202)) {
  const calls = serve(({ method }) =>
    method === "GET" ? json({ items, page: 0, size: 50, total: items.length }) : answer(),
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DeletionList me={{ ...aliceOnline(), roles }} />
    </QueryClientProvider>,
  );
  return () => calls.filter(({ method }) => method === "POST").map(({ path, body }) => [path, body]);
}

beforeEach(() => setToken("token"));

describe("the deletions", () => {
  it("say how far each is and what is needed next", async () => {
    open([
      aDeletion(),
      aDeletion({ code: "code-2", state: "ERASED", person: null, conversations: 2, messages: 31, files: 4 }),
    ]);

    const [searching, erased] = await screen.findAllByTestId("deletion");

    expect(searching).toHaveTextContent("Needs you");
    expect(searching).toHaveTextContent("Facebook’s number of the person: 4711.");
    expect(erased).toHaveTextContent("Conversations: 2 · messages: 31 · files: 4.");
    expect(within(erased as HTMLElement).queryByRole("button")).toBeNull();
    expect(screen.queryByTestId("erase")).toBeNull();
  });

  it("are told whose data it is", async () => {
    const posted = open([aDeletion()]);
    await userEvent.click(await screen.findByTestId("deletion-match"));

    fireEvent.change(screen.getByLabelText("Customer ids"), { target: { value: "12, 13 12" } });
    await userEvent.click(screen.getByRole("button", { name: /Erase 2 customers/ }));

    await waitFor(() =>
      expect(posted()).toEqual([["/api/v1/privacy/deletions/code-1/match", '{"customers":["12","13"]}']]),
    );
    await waitFor(() => expect(screen.queryByTestId("match-dialog")).toBeNull());
  });

  it("are told that nothing is held", async () => {
    const posted = open([aDeletion()]);
    await userEvent.click(await screen.findByTestId("deletion-match"));

    await userEvent.click(screen.getByLabelText("I searched, and nothing of this person is held"));
    await userEvent.click(screen.getByRole("button", { name: /Nothing is held/ }));

    await waitFor(() => expect(posted()).toEqual([["/api/v1/privacy/deletions/code-1/match", '{"customers":[]}']]));
  });

  it("keep the question open where the server refuses the answer", async () => {
    open([aDeletion()], ["SUPERVISOR"], () => problem(409, "It is not searched for any more"));
    await userEvent.click(await screen.findByTestId("deletion-match"));

    fireEvent.change(screen.getByLabelText("Customer ids"), { target: { value: "12" } });
    await userEvent.click(screen.getByRole("button", { name: /Erase 1 customer/ }));

    expect(await screen.findByText("It is not searched for any more")).toBeVisible();
  });

  it("can be started again where one is stuck", async () => {
    const posted = open([aDeletion({ state: "ERASING", askedAt: "2026-03-02T09:00:00Z" })]);

    await userEvent.click(await screen.findByTestId("deletion-retry"));

    await waitFor(() => expect(posted()).toEqual([["/api/v1/privacy/deletions/code-1/retry", ""]]));
  });

  it("take their minute without a word of a new start", async () => {
    open([aDeletion({ state: "ERASING", askedAt: new Date().toISOString() })]);

    expect(await screen.findByTestId("deletion-working")).toHaveTextContent("about a minute");
    expect(screen.queryByTestId("deletion-retry")).toBeNull();
  });

  it("are begun by administrators for one customer", async () => {
    const posted = open([], ["ADMIN"]);
    await userEvent.click(await screen.findByTestId("erase"));
    expect(screen.getByRole("button", { name: /Erase for good/ })).toBeDisabled();

    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "12345" } });
    await userEvent.click(await screen.findByText("Facebook’s number 12345"));
    await userEvent.click(screen.getByRole("button", { name: /Erase for good/ }));

    await waitFor(() => expect(posted()).toEqual([["/api/v1/privacy/deletions", '{"customer":"12345"}']]));
    expect(await screen.findByText("Nobody has asked for a deletion")).toBeVisible();
  });
});

it("takes ids in any line, each once, and nothing else", () => {
  expect(customerIds(" 1\n2,3;2 ")).toEqual(["1", "2", "3"]);
  expect(customerIds("a$b")).toBeNull();
  expect(customerIds(Array.from({ length: 51 }, (_, n) => n).join(" "))).toBeNull();
});
