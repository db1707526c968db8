import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { MemoryRouter, Route, Routes } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import type { RulesProblem } from "../api/rules";
import type { Role } from "../api/types";
import { i18nOf } from "../i18n/i18n";
import { ToastProvider } from "../shell/Toasts";
import { aliceOnline } from "../test/fixtures";
import { Line } from "../test/line";
import { aRulesProblem } from "../test/rules";
import { json, serve, setToken } from "../test/server";
import { ThemeProvider } from "../theme/theme";
import RulesPage from "./RulesPage";
import { rowWords } from "./rowWords";

const PROBLEM = aRulesProblem();
let roles: Role[];
let problems: RulesProblem[];

beforeEach(() => {
  Line.opened = [];
  vi.stubGlobal("EventSource", Line);
  setToken("token");
  roles = ["ANALYST"];
  problems = [PROBLEM];
  serve(({ path }) => {
    if (path === "/api/v1/me") return json({ ...aliceOnline(), id: "nadia", name: "Nadia", roles });
    if (path === "/api/v1/me/mentions") return json({ items: [], unseen: 0 });
    return json(path === "/api/v1/rules/problems" ? problems : []);
  });
});

function open() {
  render(
    <ThemeProvider>
      <ToastProvider>
        <QueryClientProvider client={createQueryClient()}>
          <MemoryRouter initialEntries={["/rules"]}>
            <Routes>
              <Route path="/rules" element={<RulesPage />} />
            </Routes>
          </MemoryRouter>
        </QueryClientProvider>
      </ToastProvider>
    </ThemeProvider>,
  );
}

describe("rows that cannot be followed", () => {
  it("are named to the analysts with what came of them", async () => {
    open();

    const row = await screen.findByTestId("rules-problem");
    expect(row).toHaveTextContent("There is no campaign “sale”");
    expect(row).toHaveTextContent("Listening, row 3 of version 2: The sale");
    expect(row).toHaveTextContent("The conversations went to the default campaign.");
    expect(row).toHaveTextContent("2 times");
    expect(screen.getByTestId("nav-rules")).toBeVisible();
  });

  it("lead those who may see it to the conversation", async () => {
    roles = ["SUPERVISOR"];
    open();

    // The campaigns beside them are another screen.
    expect(await screen.findByTestId("nav-rules")).toHaveAttribute("aria-current", "page");
    expect(screen.getByTestId("nav-campaigns")).not.toHaveAttribute("aria-current");

    expect(await screen.findByRole("link", { name: "See the conversation" })).toHaveAttribute("href", "/desk/c-1");
  });

  it("appear as they come up, each once", async () => {
    problems = [];
    open();
    await screen.findByText("Every row can be followed");

    await act(async () => {
      Line.newest().tells("rules-problem", PROBLEM);
      Line.newest().tells("rules-problem", { ...PROBLEM, count: 3 });
      await new Promise((resume) => setTimeout(resume));
    });

    expect(screen.getAllByTestId("rules-problem")).toHaveLength(1);
    expect(screen.getByTestId("rules-problem")).toHaveTextContent("3 times");
  });

  it("are not for agents", async () => {
    roles = ["AGENT"];
    open();

    expect(await screen.findByText("Rules are for analysts, supervisors and administrators.")).toBeVisible();
  });
});

it("says where a row stands as far as it is known", () => {
  const place = { table: "routing", version: null, row: 4, description: null };
  expect(rowWords(place, i18nOf("fr"))).toBe("Routage, ligne 4");
  expect(rowWords({ ...place, row: null, table: "own-table" }, i18nOf("en"))).toBe("own-table, row not known");
});
