import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import type { Page } from "../api/pages";
import type { Me, Role } from "../api/types";
import { aPage } from "../test/pages";
import { json, problem, serve, setToken } from "../test/server";
import { PageDetail } from "./PageDetail";

const FIELDS = {
  kind: "FIELDS_MISSING",
  reason: "Facebook does not tell Pupitre of: feed",
  remedy: "RESUBSCRIBE",
  permission: null,
  code: null,
} as const;
const BROKEN = aPage({ state: "ATTENTION", missingFields: ["feed"], problems: [FIELDS] });

const as = (role: Role): Me => ({
  id: "ada",
  name: "Ada",
  roles: [role],
  presence: { presence: "OFFLINE", capacity: 5, load: 0, since: "2026-03-02T09:00:00Z" },
  local: true,
});

function open(page: Page, role: Role = "ADMIN") {
  const profile = { greetings: [], getStarted: null, iceBreakers: [], menu: [] };
  const calls = serve(({ path }) => {
    if (path === "/api/v1/pages") return json([page]);
    if (path.endsWith("/profile")) return json(profile);
    if (path.endsWith("/resubscribe")) return json({ ...page, state: "CONNECTED", missingFields: [], problems: [] });
    return problem(404, "Expected a known address");
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MemoryRouter>
        <PageDetail me={as(role)} id="p-1" />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return calls;
}

beforeEach(() => setToken("token"));

describe("a Page with a problem", () => {
  it("is mended by the one button beside it", async () => {
    const calls = open(BROKEN);
    const shown = await screen.findByTestId("page-problem");
    expect(shown).toHaveTextContent("Facebook does not report everything");
    expect(shown).toHaveTextContent("feed");
    expect(screen.getByTestId("health")).toHaveTextContent("missing: feed");

    await userEvent.click(within(shown).getByRole("button", { name: "Subscribe again" }));

    await waitFor(() => expect(screen.queryByTestId("page-problem")).toBeNull());
    expect(screen.getByTestId("health")).not.toHaveTextContent("missing: feed");
    expect(calls.filter(({ method }) => method === "POST").map(({ path }) => path)).toEqual([
      "/api/v1/pages/p-1/resubscribe",
    ]);
  });

  it("lets the keyboard pass by", async () => {
    open(BROKEN);
    const shown = await screen.findByTestId("page-problem");

    within(shown).getByRole("button", { name: "Subscribe again" }).focus();
    await userEvent.tab();

    expect(shown).not.toContainElement(document.activeElement as HTMLElement);
    expect(document.body).not.toHaveFocus();
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });

  it("is only shown to those who may not mend it", async () => {
    open(BROKEN, "SUPERVISOR");

    const shown = await screen.findByTestId("page-problem");

    expect(within(shown).queryByRole("button")).toBeNull();
    expect(screen.queryByTestId("check-now")).toBeNull();
  });
});

describe("the health of a Page", () => {
  it("tells why nothing is sent, until when, and how much waits", async () => {
    const since = "2026-03-02T09:00:00Z";
    open(
      aPage({
        state: "HELD",
        held: { cause: "RESTRICTED", reason: "As the server says it", since, until: "2026-03-03T09:00:00Z" },
        queued: 2,
      }),
    );

    const health = await screen.findByTestId("health");

    expect(health).toHaveTextContent("Facebook does not let the Page send messages for a while.");
    expect(health).toHaveTextContent(/until .*3 Mar/);
    expect(health).toHaveTextContent("2 messages wait");
  });

  it("names the permissions that are missing by what they are for", async () => {
    open(aPage({ missingPermissions: ["pages_messaging"] }));

    expect(await screen.findByTestId("health")).toHaveTextContent("Receive and send messages (pages_messaging)");
  });
});

it("says so when there is no such Page", async () => {
  open(aPage({ id: "p-2" }));

  expect(await screen.findByText("There is no such Page.")).toBeVisible();
});
