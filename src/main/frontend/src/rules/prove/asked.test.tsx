import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import type { Case } from "../../api/ruleChecks";
import { ToastProvider } from "../../shell/Toasts";
import { aTable } from "../../test/ruleTables";
import { type Call, json, nothing, serve, setToken } from "../../test/server";
import { CasesTab } from "./CasesTab";
import { TryTab } from "./TryTab";

const API = "/api/v1/rules/routing";
const URGENT: Case = { id: "c-1", name: "Urgent first", inputs: { text: "Urgent" }, expected: { priority: 10 } };
let calls: Call[];
let cases: Case[];

beforeEach(() => {
  setToken("token");
  cases = [URGENT];
  calls = serve(({ method, path, body }) => {
    if (path === `${API}/test`) {
      const { text } = JSON.parse(body).inputs;
      const asked = text === null ? null : text.toLowerCase();
      const inputs = [
        { name: "Campaign", value: null },
        { name: "As its author has headed it", value: asked },
      ];
      return json({ row: 1, outputs: {}, inputs, rows: [], failure: null });
    }
    if (method === "DELETE") {
      cases = [];
      return nothing();
    }
    if (method === "POST" && path === `${API}/cases`) {
      cases = [{ ...JSON.parse(body), id: "c-2" }];
      return json(cases[0], 201);
    }
    return json(path === `${API}/cases` ? cases : []);
  });
});

const show = (screenOf: ReactElement) =>
  render(
    <ToastProvider>
      <QueryClientProvider client={createQueryClient()}>
        <MemoryRouter initialEntries={["/rules/routing"]}>{screenOf}</MemoryRouter>
      </QueryClientProvider>
    </ToastProvider>,
  );

it("shows how typed words were asked, where these are others", async () => {
  show(<TryTab table={aTable()} edits />);
  await userEvent.type(screen.getByLabelText("Text"), "URGENT");
  await userEvent.click(screen.getByTestId("try"));
  expect(await screen.findByTestId("asked-text")).toHaveTextContent("Asked as “urgent”");

  await userEvent.clear(screen.getByLabelText("Text"));
  await userEvent.type(screen.getByLabelText("Text"), "urgent");
  await userEvent.click(screen.getByTestId("try"));
  expect(await screen.findByTestId("trial")).toBeVisible();
  expect(screen.queryByTestId("asked-text")).toBeNull();
});

it("brings a deleted case back as it was", async () => {
  show(<CasesTab table={aTable()} edits />);
  await userEvent.click(await screen.findByRole("button", { name: "Delete" }));
  await waitFor(() => expect(screen.queryByTestId("case")).toBeNull());

  await userEvent.click(screen.getByRole("button", { name: "Undo" }));

  expect(await screen.findByTestId("case")).toHaveTextContent("Urgent first");
  const { name, inputs, expected } = URGENT;
  const made = calls.findLast(({ method, path }) => method === "POST" && path === `${API}/cases`);
  expect(JSON.parse(made?.body ?? "{}")).toEqual({ name, inputs, expected });
});
