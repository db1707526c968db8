import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import { aDraftFile, aPlan, aTable } from "../../test/ruleTables";
import { json, serve, setToken } from "../../test/server";
import { DraftEditor } from "./DraftEditor";
// What is loaded late is loaded by now.
import "./RowsEditor";

const API = "/api/v1/rules/routing";
let answers: Record<string, unknown>;

beforeEach(() => {
  setToken("token");
  answers = {};
  serve(({ method, path }) => json(answers[`${method} ${path}`] ?? []));
});

function open(basedOn = 3) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <DraftEditor draft={aDraftFile({ basedOn })} table={aTable()} onReload={() => {}} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return screen.findAllByTestId("finding-note");
}

it("tells beside the check which case the draft fails", async () => {
  answers[`GET ${API}/cases`] = [{ id: "c-1", name: "Urgent first", inputs: {}, expected: { priority: 11 } }];
  answers[`POST ${API}/cases/run`] = [
    { id: "c-1", name: "Urgent first", passed: false, row: 1, outputs: {}, failure: null },
  ];
  const [note] = await open();

  expect(note).toHaveTextContent("Case “Urgent first” fails.");
  expect(screen.getByRole("link", { name: "See the cases" })).toHaveAttribute("href", "/rules/routing/cases?draft=d-1");
  expect(screen.queryByText("Nothing to complain about.")).toBeNull();
});

it("asks no cases of a table with errors", async () => {
  answers[`GET ${API}/cases`] = [{ id: "c-1", name: "Urgent first", inputs: {}, expected: { priority: 11 } }];
  answers[`POST ${API}/check`] = [
    { severity: "error", code: "FEEL", row: 1, column: 2, line: 9, message: "…", params: { message: "?" } },
  ];
  answers[`POST ${API}/cases/run`] = [
    { id: "c-1", name: "Urgent first", passed: false, row: 1, outputs: {}, failure: null },
  ];
  await open(2);

  expect(await screen.findByTestId("finding")).toBeVisible();
  expect(screen.getByTestId("finding-note")).toHaveTextContent("Version 3 is in effect");
});

it("tells that the draft is of an older version, and that it is planned", async () => {
  answers[`GET ${API}/planned`] = [
    aPlan({ id: "p-0", state: "CANCELLED" }),
    aPlan({ id: "p-1", state: "SCHEDULED", draft: "another" }),
    aPlan({ id: "p-2", state: "SCHEDULED", askedAt: "2026-03-02T10:00:00Z" }),
  ];
  await open(2);

  expect(await screen.findByRole("link", { name: "See the plan" })).toHaveAttribute(
    "href",
    "/rules/routing/versions?draft=d-1",
  );
  const [outdated, planned] = screen.getAllByTestId("finding-note");
  expect(outdated).toHaveTextContent("Version 3 is in effect; this draft began with version 2.");
  expect(planned).toHaveTextContent(/This draft is planned as it was on 2 March 2026/);
});
