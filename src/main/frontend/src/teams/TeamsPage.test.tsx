import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import type { Team } from "../api/teams";
import type { Role } from "../api/types";
import { ToastProvider } from "../shell/Toasts";
import { aCampaign, someOptions } from "../test/campaigns";
import { aliceOnline } from "../test/fixtures";
import { Line } from "../test/line";
import { type Call, json, nothing, problem, serve, setToken } from "../test/server";
import { ThemeProvider } from "../theme/theme";
import TeamsPage from "./TeamsPage";

const OVERFLOW = { maximum: 5, overflow: "TEAM", team: "billing", overflowText: {}, longWaitText: {} } as const;
const NAMING = {
  campaigns: {},
  teams: { night: [{ table: "routing", version: 2, row: 3, description: "Late at night" }] },
  computed: [],
};
let teams: Team[];
let calls: Call[];
let roles: Role[];
let refusal: Response | null;

function answer({ method, path, body }: Call): Response {
  if (path === "/api/v1/me") return json({ ...aliceOnline(), id: "sofia", name: "Sofia", roles });
  if (path.endsWith("/options")) return json(someOptions);
  if (path === "/api/v1/rules/naming") return json(NAMING);
  if (path === "/api/v1/campaigns") return json([aCampaign({ waiting: OVERFLOW })]);
  if (path === "/api/v1/teams" && method === "GET") return json(teams);
  if (refusal !== null) return refusal;
  if (method === "POST") {
    const made = { ...JSON.parse(body), id: "made", version: 1 };
    teams = [...teams, made];
    return json(made, 201);
  }
  if (method === "PATCH") return json({ ...JSON.parse(body), id: "night", version: 2 });
  if (method === "DELETE") teams = teams.filter(({ id }) => !path.endsWith(`/${id}`));
  return path === "/api/v1/pages" ? json([]) : nothing();
}

function open() {
  render(
    <ThemeProvider>
      <ToastProvider>
        <QueryClientProvider client={createQueryClient()}>
          <MemoryRouter initialEntries={["/teams"]}>
            <Routes>
              <Route path="/teams" element={<TeamsPage />} />
              <Route path="*" element={null} />
            </Routes>
          </MemoryRouter>
        </QueryClientProvider>
      </ToastProvider>
    </ThemeProvider>,
  );
  return userEvent.setup();
}
const sent = (method: string) => calls.filter((call) => call.method === method);
async function row(id: string) {
  const rows = await screen.findAllByTestId("team");
  return within(rows.find((one) => one.dataset.id === id) ?? document.body);
}
const press = async (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(await screen.findByRole("button", { name }));

beforeEach(() => {
  Line.opened = [];
  vi.stubGlobal("EventSource", Line);
  setToken("token");
  roles = ["SUPERVISOR"];
  refusal = null;
  teams = [
    { id: "billing", name: "Billing", members: ["alice"], version: 1 },
    { id: "night", name: "Night shift", members: [], version: 1 },
  ];
  calls = serve(answer);
});

describe("the teams", () => {
  it("show who is in them and what leads to them", async () => {
    open();

    expect((await row("billing")).getByText("Alice Martin")).toBeVisible();
    await waitFor(async () => expect((await row("billing")).getByText("Overflow of Sales")).toBeVisible());
    expect((await row("night")).getByText("No members")).toBeVisible();
    expect((await row("night")).getByText("Routing, row 3 of version 2: Late at night")).toBeVisible();
  });

  it("say what a team is where there is none", async () => {
    teams = [];
    open();

    expect(await screen.findByText("There is no team yet")).toBeVisible();
  });

  it("are not for agents", async () => {
    roles = ["AGENT"];
    open();

    expect(await screen.findByText("Teams are for supervisors and administrators.")).toBeVisible();
    expect(calls.map(({ path }) => path)).not.toContain("/api/v1/teams");
  });

  it("can be made of a name and members", async () => {
    const user = open();

    await user.click(await screen.findByTestId("new-team"));
    await user.type(screen.getByLabelText("Name"), "Returns ");
    await user.click(screen.getByLabelText("Bruno Costa"));
    await user.click(screen.getByRole("button", { name: "Create" }));

    await waitFor(() => expect(screen.getAllByTestId("team")).toHaveLength(3));
    expect(sent("POST").map(({ body }) => JSON.parse(body))).toEqual([{ name: "Returns", members: ["bruno"] }]);
  });

  it("keep what was typed when somebody else was faster", async () => {
    refusal = problem(409, "Expected version 1");
    const user = open();

    await press(user, "Change Night shift");
    await user.click(screen.getByLabelText("Alice Martin"));
    await user.click(screen.getByRole("button", { name: "Save" }));

    expect(await screen.findByText(/Somebody else has changed this team meanwhile/)).toBeVisible();
    expect(JSON.parse(sent("PATCH")[0]?.body ?? "")).toEqual({ name: "Night shift", members: ["alice"], version: 1 });
  });

  it("cannot be deleted while an overflow goes to them", async () => {
    const user = open();
    await waitFor(async () => expect((await row("billing")).getByText("Overflow of Sales")).toBeVisible());

    await press(user, "Delete Billing");

    const dialog = within(screen.getByTestId("delete-team"));
    expect(dialog.getByRole("link", { name: "Sales" })).toHaveAttribute("href", "/campaigns/sales/waiting");
    expect(dialog.getByRole("button", { name: /Delete/ })).toBeDisabled();
  });

  it("are deleted after a word about the rows that name them", async () => {
    const user = open();
    await waitFor(async () => expect((await row("night")).getByText(/Late at night/)).toBeVisible());

    await press(user, "Delete Night shift");
    const dialog = within(screen.getByTestId("delete-team"));
    expect(dialog.getByText(/Without it, what they send there goes to the members/)).toBeVisible();
    await user.click(dialog.getByRole("button", { name: /Delete/ }));

    await waitFor(() => expect(screen.getAllByTestId("team")).toHaveLength(1));
    expect(sent("DELETE").map(({ path }) => path)).toEqual(["/api/v1/teams/night"]);
  });
});
