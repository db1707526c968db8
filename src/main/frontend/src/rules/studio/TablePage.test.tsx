import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createQueryClient } from "../../api/client";
import type { Role } from "../../api/types";
import { reasonsEn } from "../../i18n/reasons.en";
import { ToastProvider } from "../../shell/Toasts";
import { aliceOnline } from "../../test/fixtures";
import { Line } from "../../test/line";
import { aDraft, aDraftFile, aPlan, aRoutingDmn, aTable, aVersion } from "../../test/ruleTables";
import { json, problem, serve, setToken } from "../../test/server";
import { ThemeProvider } from "../../theme/theme";
import RulesPage from "../RulesPage";

beforeEach(() => {
  Line.opened = [];
  vi.stubGlobal("EventSource", Line);
  setToken("token");
});

const who = (role: Role) => ({ ...aliceOnline(), id: "nadia", name: "Nadia", roles: [role] });

function open(at: string, answers: Record<string, unknown> = {}) {
  serve(({ path }) => {
    const known: Record<string, unknown> = {
      "/api/v1/me": who("ANALYST"),
      "/api/v1/me/mentions": { items: [], unseen: 0 },
      "/api/v1/rules/problems": [],
      "/api/v1/rules": [
        { table: "routing", rows: 2, current: aVersion(), drafts: [aDraft()], planned: [] },
        {
          table: "listening",
          rows: 2,
          current: aVersion({ table: "listening", number: 1, author: null, reason: null }),
          drafts: [],
          planned: [],
        },
      ],
      "/api/v1/rules/routing": aTable(),
      ...answers,
    };
    return path in known ? json(known[path]) : problem(404, "There is no such table");
  });
  render(
    <ThemeProvider>
      <ToastProvider>
        <QueryClientProvider client={createQueryClient()}>
          <MemoryRouter initialEntries={[at]}>
            <Routes>
              <Route path="/rules/:table?/:tab?" element={<RulesPage />} />
            </Routes>
          </MemoryRouter>
        </QueryClientProvider>
      </ToastProvider>
    </ThemeProvider>,
  );
}

describe("a table with the columns of an earlier Pupitre", () => {
  it("is a problem that is told with what to do", async () => {
    open("/rules", {
      "/api/v1/rules": [{ table: "routing", rows: 2, outdated: true, current: aVersion(), drafts: [], planned: [] }],
    });

    const problem = await screen.findByTestId("outdated-table");
    expect(problem).toHaveTextContent("Routing: its columns are those of an earlier Pupitre");
    expect(problem).toHaveTextContent("dmn/routing.dmn");
    expect(screen.queryByText("Every row can be followed")).toBeNull();
  });

  it("says so on its own page", async () => {
    open("/rules/routing", { "/api/v1/rules/routing": aTable({ outdated: true }) });

    expect(await screen.findByTestId("outdated")).toBeVisible();
  });
});

it("tells of each column what it holds and what there is to choose", async () => {
  open("/rules/routing");

  const columns = await screen.findByTestId("columns");
  const said = within(columns)
    .getAllByTestId("column")
    .map((row) =>
      within(row)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    );
  expect(said).toContainEqual(["Text", "Text", expect.stringMatching(/^any.*the first 200 letters/)]);
  expect(said).toContainEqual(["Team", "Text", "Returns and refunds"]);
  expect(said).toContainEqual(["Priority", "Number", "any"]);
});

describe("who may change a table", () => {
  const known = (role: Role) => ({
    "/api/v1/me": who(role),
    "/api/v1/rules/routing/cases": [],
    "/api/v1/rules/routing/planned": [],
    "/api/v1/rules/routing/versions": [aVersion(), aVersion({ number: 2 })],
    "/api/v1/rules/routing/drafts/d-1": aDraftFile(),
    "/api/v1/rules/routing": aTable({ drafts: [aDraft({ id: "d-1" })] }),
  });
  it.each([
    ["draft", "new-draft", "draft"],
    ["cases", "new-case", "subject"],
    ["backtest", "backtest-start", "subject"],
    ["versions", "roll-back", "version"],
  ])("does so at %s, and supervisors read", async (tab, act, shown) => {
    open(`/rules/routing/${tab}`, known("ANALYST"));
    expect(await screen.findByTestId(act)).toBeVisible();
    cleanup();

    open(`/rules/routing/${tab}`, known("SUPERVISOR"));
    await waitFor(() => expect(document.querySelector(`[data-testid=${shown}], #${shown}`)).toBeVisible());
    expect(screen.queryByTestId(act)).toBeNull();
  });

  it("edits a draft, of which supervisors read the rows", async () => {
    open("/rules/routing/draft?draft=d-1", known("SUPERVISOR"));

    expect(await screen.findAllByTestId("table-row")).toHaveLength(2);
    expect(screen.queryByTestId("deploy")).toBeNull();
    expect(screen.queryByTestId("row-above")).toBeNull();
  });
});

it("takes no file in another encoding, whatever its head says", async () => {
  open("/rules/routing/draft");
  await screen.findByTestId("new-draft");
  const windows = new File([new Uint8Array([0x3c, 0xe9, 0x3e])], "routing.dmn");
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("Expected a place for a file");
  await userEvent.upload(input, windows);

  expect(await screen.findByTestId("import-refused")).toHaveTextContent("The file is not in UTF-8");
});

it("counts messages of the table that is asked about each", async () => {
  open("/rules/messaging-policy", {
    "/api/v1/rules/messaging-policy": aTable({ table: "messaging-policy", fired: [{ row: 1, count: 40 }] }),
  });

  const heading = await screen.findByRole("columnheader", { name: "Last 7 days" });
  expect(heading).toHaveAttribute("title", expect.stringContaining("about a message"));
  expect(screen.getByTitle("40 times")).toBeVisible();
});

it("says why a message is refused as the desk does, where the code is known", async () => {
  const dmn = aRoutingDmn([
    { when: ["-", "-", "-"], say: ['"More than 7 days"', '"WINDOW_CLOSED"'] },
    { when: ["-", "-", "-"], say: ['"Our own words"', '"OURS"'] },
  ])
    .replace('label="Team" name="team"', 'label="Reason" name="reason"')
    .replace('label="Priority" name="priority" typeRef="number"', 'label="Code" name="code" typeRef="string"');
  open("/rules/messaging-policy", {
    "/api/v1/rules/messaging-policy": aTable({ table: "messaging-policy", current: { ...aVersion(), dmn } }),
  });

  const [known, own] = await screen.findAllByTestId("table-row");
  expect(known).toHaveTextContent(reasonsEn["reason.WINDOW_CLOSED"]);
  expect(own).toHaveTextContent("Our own words");
});

describe("the tables", () => {
  it("say what each decides, and who changed it last and why", async () => {
    open("/rules");

    const [listening, routing] = await screen.findAllByTestId("rule-table");
    expect(routing).toHaveTextContent("Who answers a conversation");
    expect(routing).toHaveTextContent("Version 3 Nadia Haddad");
    expect(routing).toHaveTextContent("“Returns have their own team now”");
    expect(routing).toHaveTextContent("1 draft open");
    expect(listening).toHaveTextContent("Version 1 came with Pupitre");
  });

  it("say what waits for whoever reads, here and in the header, and what is planned", async () => {
    const planned = [
      aPlan({ id: "p-1", author: { id: "otto", name: "Otto" } }),
      aPlan({ id: "p-2", author: { id: "nadia", name: "Nadia" } }),
      aPlan({
        id: "p-3",
        basedOn: 2,
        author: { id: "otto", name: "Otto" },
        state: "SCHEDULED",
        at: "2026-12-24T12:00:00Z",
      }),
    ];
    open("/rules", {
      "/api/v1/rules": [{ table: "routing", rows: 2, outdated: false, current: aVersion(), drafts: [], planned }],
    });

    const told = await screen.findByTestId("table-planned");
    expect(within(told).getByRole("link", { name: "1 change waits for your approval" })).toHaveAttribute(
      "href",
      "/rules/routing/versions",
    );
    expect(told).toHaveTextContent("1 change waits for approval");
    expect(told).toHaveTextContent(/A change is planned for 24 December 2026/);
    expect(await screen.findByTestId("nav-approvals")).toHaveTextContent("1 change waits for your approval");
  });
});

describe("a table", () => {
  it("tells its rows in plain words, without the columns that no row uses", async () => {
    open("/rules/routing");

    const [urgent, rest] = await screen.findAllByTestId("table-row");
    expect(urgent).toHaveTextContent("contains “*urgent*”");
    expect(urgent).toHaveTextContent("Urgent first");
    expect(rest).toHaveTextContent("Returns and refunds");
    expect(screen.queryByRole("columnheader", { name: "Campaign" })).toBeNull();
    expect(screen.getByText(/2 columns that no row uses are hidden/)).toBeVisible();

    await userEvent.click(screen.getByRole("switch", { name: "Show all columns" }));
    expect(screen.getByRole("columnheader", { name: "Campaign" })).toBeVisible();
    await userEvent.click(screen.getByRole("switch", { name: "Show FEEL" }));
    expect(screen.getByText('contains(?, "urgent")')).toBeVisible();
  });

  it("counts how often each row fired", async () => {
    open("/rules/routing");

    const [urgent, rest] = await screen.findAllByTestId("table-row");
    if (urgent === undefined || rest === undefined) throw new Error("Expected two rows");
    expect(within(urgent).getByTitle("3 times")).toBeVisible();
    expect(rest).toHaveTextContent("Never");
  });

  it("that cannot be loaded says so", async () => {
    open("/rules/business-hours");

    expect(await screen.findByText("There is no such table, or it could not be loaded.")).toBeVisible();
  });
});
