import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes, useLocation } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Campaign } from "../api/campaigns";
import { createQueryClient } from "../api/client";
import type { RuleRow, RulesProblem } from "../api/rules";
import { i18nOf } from "../i18n/i18n";
import { ToastProvider } from "../shell/Toasts";
import { aCampaign, someOptions } from "../test/campaigns";
import { aliceOnline } from "../test/fixtures";
import { Line } from "../test/line";
import { aRulesProblem } from "../test/rules";
import { type Call, json, nothing, serve, setToken } from "../test/server";
import { ThemeProvider } from "../theme/theme";
import CampaignsPage from "./CampaignsPage";
import { forgetDrafts } from "./useDraft";

const SLOW = 60_000;
const COMPLETE = { members: { everyone: true, list: [] }, missing: [] };
let campaigns: Map<string, Campaign>;
let calls: Call[];
let refusal: Response | null;
let problems: RulesProblem[];
let computed: RuleRow[];

function put(campaign: Campaign): Campaign {
  campaigns.set(campaign.id, campaign);
  return campaign;
}

function answer({ method, path, body }: Call): Response {
  const id = path.split("/")[4]?.split("?")[0] ?? "";
  const known = campaigns.get(id) ?? aCampaign();
  if (path === "/api/v1/me") return json({ ...aliceOnline(), id: "sofia", name: "Sofia", roles: ["SUPERVISOR"] });
  if (path.endsWith("/options")) return json(someOptions);
  if (path === "/api/v1/rules/naming") return json({ campaigns: {}, teams: {}, computed });
  if (path === "/api/v1/rules/problems") return json(problems);
  if (path.endsWith("archived=true")) return json([]);
  if (path.endsWith("/preview")) return json({ text: "Hello Camille", unknown: [], length: 13 });
  if (path.endsWith("/enable")) return json(put({ ...known, enabled: true, version: known.version + 1 }));
  if (refusal !== null && method !== "GET") return refusal;
  if (path === "/api/v1/campaigns" && method === "POST")
    return json(put(aCampaign({ id: "shop", ...JSON.parse(body), missing: [] })), 201);
  if (method === "PATCH") return json(put({ ...known, ...JSON.parse(body), version: known.version + 1 }));
  if (path === "/api/v1/campaigns") return json([...campaigns.values()]);
  if (path.startsWith("/api/v1/campaigns/")) return json(known);
  return path === "/api/v1/pages" ? json([]) : nothing();
}

const Place = () => <p data-testid="place">{useLocation().pathname}</p>;
function open(path = "/campaigns") {
  render(
    <ThemeProvider>
      <ToastProvider>
        <QueryClientProvider client={createQueryClient()}>
          <MemoryRouter initialEntries={[path]}>
            <Place />
            <Routes>
              <Route path="/campaigns/:id?/:section?" element={<CampaignsPage />} />
              <Route path="*" element={null} />
            </Routes>
          </MemoryRouter>
        </QueryClientProvider>
      </ToastProvider>
    </ThemeProvider>,
  );
  return userEvent.setup();
}
const sent = (method: string) => calls.filter((call) => call.method === method && !call.path.endsWith("/preview"));
const bodyOf = (call: Call | undefined) => JSON.parse(call?.body ?? "null");

beforeEach(() => {
  Line.opened = [];
  vi.stubGlobal("EventSource", Line);
  setToken("token");
  forgetDrafts();
  refusal = null;
  problems = [];
  computed = [];
  campaigns = new Map();
  put(aCampaign());
  calls = serve(answer);
});

describe("the list of campaigns", () => {
  it("says what is missing", async () => {
    open();

    const row = await screen.findByTestId("campaign");
    expect(row).toHaveTextContent("Incomplete");
    expect(row).toHaveTextContent("Nobody answers: choose agents.");
    expect(row).toHaveTextContent("1 Page");
  });

  it("marks one that no row names, though a row works out the team", async () => {
    put(aCampaign({ ...COMPLETE, enabled: true }));
    computed = [{ table: "routing", version: 1, row: 2, description: null }];
    open();

    await waitFor(() => expect(screen.getByTestId("campaign")).toHaveTextContent(i18nOf("en").t("naming.mark")));
  });

  it("shows a change as it happens", async () => {
    open();
    await screen.findByTestId("campaign");

    await act(async () => {
      Line.newest().tells("campaign", aCampaign({ ...COMPLETE, version: 2, enabled: true }));
      await new Promise((resume) => setTimeout(resume));
    });

    expect(screen.getByTestId("campaign")).toHaveTextContent("Enabled");
  });

  it("tells of rows that cannot be followed and leaves the keyboard alone", async () => {
    problems = [aRulesProblem(), aRulesProblem({ id: "the-same-row", output: "listen" })];
    const user = open();
    const notice = await screen.findByTestId("rules-notice");

    expect(notice).toHaveTextContent("1 row of the tables could not be followed");
    expect(notice).not.toContainElement(document.activeElement as HTMLElement);
    within(notice).getByRole("button", { name: "See" }).focus();
    await user.tab({ shift: true });
    expect(screen.getByTestId("new-campaign")).toHaveFocus();
    await user.tab();
    await user.tab();
    expect(notice).not.toContainElement(document.activeElement as HTMLElement);
  });

  it(
    "makes a campaign of a name, the only Page and all agents",
    async () => {
      const user = open();

      await user.click(await screen.findByTestId("new-campaign"));
      await user.type(await screen.findByLabelText("Name"), "Shop");
      await waitFor(() => expect(screen.getByLabelText("Maison Lumière")).toBeChecked());
      await user.click(screen.getByRole("button", { name: "Create" }));

      await waitFor(() => expect(screen.getByTestId("place")).toHaveTextContent("/campaigns/shop"));
      expect(bodyOf(sent("POST")[0])).toEqual({
        name: "Shop",
        pages: ["p-1"],
        members: { everyone: true, list: [] },
      });
    },
    SLOW,
  );
});

describe("a campaign", () => {
  it("cannot be enabled while something is missing, and says what", async () => {
    open("/campaigns/sales");

    expect(await screen.findByTestId("lacks")).toHaveTextContent("Nobody answers: choose agents.");
    expect(within(screen.getByTestId("enable").closest("div") as HTMLElement).getByRole("switch")).toBeDisabled();
  });

  it(
    "is enabled by a switch when it is complete",
    async () => {
      put(aCampaign(COMPLETE));
      const user = open("/campaigns/sales");

      await user.click(await screen.findByRole("switch"));

      await waitFor(() => expect(sent("POST").map(({ path }) => path)).toEqual(["/api/v1/campaigns/sales/enable"]));
      await waitFor(() => expect(screen.getByRole("switch")).toBeChecked());
    },
    SLOW,
  );

  it(
    "saves only what was changed, with the version that was seen",
    async () => {
      const user = open("/campaigns/sales/people");

      await screen.findByRole("option", { name: "Bruno Costa" });
      await user.selectOptions(screen.getByTestId("add-member"), "bruno");
      await user.click(screen.getByRole("button", { name: "Add an agent" }));
      await user.click(screen.getByTestId("save-campaign"));

      await waitFor(() => expect(sent("PATCH")).toHaveLength(1));
      expect(bodyOf(sent("PATCH")[0])).toEqual({
        version: 1,
        members: { everyone: false, list: [{ user: "bruno", expertise: [], capacity: null }] },
      });
      await waitFor(() => expect(screen.queryByTestId("unsaved")).toBeNull());
    },
    SLOW,
  );

  it(
    "shows what the server found wrong where it stands",
    async () => {
      const errors = [
        {
          field: "greeting.text.default",
          message: "must not hold {{name}}, which nobody knows",
          code: "UNKNOWN_PLACEHOLDER",
        },
      ];
      refusal = json({ status: 400, detail: "not valid", errors }, 400);
      const user = open("/campaigns/sales/texts");

      await user.type(await screen.findByLabelText(/Greeting:.*All other languages/), "Hello");
      await user.click(screen.getByTestId("save-campaign"));

      expect(await screen.findByText("This holds a placeholder nobody knows: {{name}}")).toBeVisible();
      expect(screen.getByTestId("section-texts")).toHaveTextContent("something is wrong here");
      expect(screen.getByTestId("section-general")).not.toHaveTextContent("something is wrong here");
    },
    SLOW,
  );

  it(
    "keeps one's changes on top when somebody else was faster",
    async () => {
      const user = open("/campaigns/sales");
      await user.type(await screen.findByLabelText("Objective"), "Mine");

      await act(async () => {
        Line.newest().tells("campaign", aCampaign({ version: 2, name: "Theirs", changedBy: "otto" }));
        await new Promise((resume) => setTimeout(resume));
      });
      expect(await screen.findByTestId("conflict")).toHaveTextContent("otto has changed this campaign meanwhile");
      expect(screen.getByTestId("save-campaign")).toBeDisabled();
      await user.click(screen.getByRole("button", { name: "Keep mine on top" }));
      await user.click(screen.getByTestId("save-campaign"));

      await waitFor(() => expect(bodyOf(sent("PATCH")[0])).toEqual({ version: 2, objective: "Mine" }));
    },
    SLOW,
  );

  it(
    "asks before a link leads away from unsaved changes, and keeps them",
    async () => {
      const user = open("/campaigns/sales");
      await user.type(await screen.findByLabelText("Objective"), "Mine");

      await user.click(screen.getByRole("link", { name: "All campaigns" }));
      expect(await screen.findByTestId("leave-dialog")).toBeVisible();
      expect(screen.getByTestId("place")).toHaveTextContent("/campaigns/sales");
      await user.click(screen.getByRole("button", { name: "Leave" }));

      await waitFor(() => expect(screen.getByTestId("place")).toHaveTextContent(/^\/campaigns$/));
      await user.click(await screen.findByRole("link", { name: "Sales" }));
      expect(await screen.findByLabelText("Objective")).toHaveValue("Mine");
    },
    SLOW,
  );
});
