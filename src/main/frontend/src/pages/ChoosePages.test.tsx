import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Connecting } from "../api/pages";
import { aPage } from "../test/pages";
import { json, problem, serve, setToken } from "../test/server";
import { ChoosePages } from "./ChoosePages";

const found = (id: string, missingPermissions: string[] = [], connected = false) => ({
  id,
  name: `Page ${id}`,
  picture: null,
  connected,
  missingPermissions,
});

function open(connecting: Partial<Connecting>, connect = () => json([aPage({ id: "whole", name: "Page whole" })])) {
  const calls = serve(({ method }) =>
    method === "GET" ? json({ state: "s", pages: [], missingPermissions: [], error: null, ...connecting }) : connect(),
  );
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter>
        <ChoosePages state="s" />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return calls;
}

const row = async (id: string) => {
  const rows = await screen.findAllByTestId("found-page");
  return within(rows.find((one) => one.dataset.id === id) as HTMLElement);
};

beforeEach(() => setToken("token"));

describe("the choice of Pages", () => {
  it("offers a Page that lacks only what comments need, and names what it will lack", async () => {
    open({ pages: [found("whole"), found("quiet", ["pages_manage_engagement", "task:MODERATE"])] });

    const quiet = await row("quiet");

    expect(quiet.getByRole("checkbox")).toBeEnabled();
    expect(quiet.getByText(/^Will lack: .*pages_manage_engagement.*task:MODERATE/)).toBeVisible();
    await userEvent.click(screen.getByText("Choose all"));
    expect(quiet.getByRole("checkbox")).toBeChecked();
  });

  it.each(["pages_messaging", "pages_manage_metadata", "task:MESSAGING"])("refuses a Page without %s", async (name) => {
    open({ pages: [found("whole"), found("other"), found("deaf", [name], true)] });

    const deaf = await row("deaf");
    await userEvent.click(screen.getByText("Choose all"));

    expect(deaf.getByRole("checkbox")).toBeDisabled();
    expect(deaf.getByRole("checkbox")).not.toBeChecked();
    expect(deaf.getByText(new RegExp(`Cannot be connected. Missing: .*${name}`))).toBeVisible();
    expect(screen.getByText("Connect 2 Pages")).toBeEnabled();
  });

  it("connects those that were chosen and says so", async () => {
    const calls = open({ pages: [found("whole"), found("other")] });

    await userEvent.click((await row("whole")).getByRole("checkbox"));
    await userEvent.click(screen.getByTestId("connect-chosen"));

    expect(await screen.findByTestId("connected")).toHaveTextContent("1 Page is connected");
    await vi.waitFor(() => expect(calls.find(({ method }) => method === "POST")?.body).toBe('{"pages":["whole"]}'));
  });

  it("keeps the choice and shows the server's reason when it refuses", async () => {
    open({ pages: [found("whole")] }, () => problem(409, "Expected a permission"));

    await userEvent.click(await screen.findByTestId("connect-chosen"));

    expect(await screen.findByText("Expected a permission")).toBeVisible();
    expect((await row("whole")).getByRole("checkbox")).toBeChecked();
  });

  it("says what Facebook said where there is nothing to choose", async () => {
    open({ error: "The dialog was cancelled" });

    expect(await screen.findByText("The dialog was cancelled")).toBeVisible();
    expect(screen.getByTestId("connect-again")).toBeEnabled();
  });
});
