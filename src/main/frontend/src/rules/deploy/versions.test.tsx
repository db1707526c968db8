import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import { aTable, aVersion } from "../../test/ruleTables";
import { json, serve, setToken } from "../../test/server";
import { RollBackDialog } from "./RollBackDialog";
import { VersionsTab } from "./VersionsTab";

const API = "/api/v1/rules/routing";
let answers: Record<string, unknown>;

beforeEach(() => {
  setToken("token");
  answers = { [`${API}/planned`]: [], [`${API}/diff?from=2&to=3`]: [], [`${API}/diff?from=3&to=2`]: [] };
  serve(({ path }) => (path in answers ? json(answers[path]) : json({ status: 404 }, 404)));
});

const show = (screenOf: ReactElement) =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>{screenOf}</MemoryRouter>
    </QueryClientProvider>,
  );
async function version(number: number) {
  const all = await screen.findAllByTestId("version");
  const one = all.find(({ dataset }) => dataset.number === String(number));
  if (one === undefined) throw new Error(`Expected version ${number}`);
  return within(one);
}

it("tells beside a version who has approved of it, and when it was planned for", async () => {
  const approved = { by: { id: "otto", name: "Otto" }, at: "2026-03-02T08:47:00Z", comment: "Fine" };
  answers[`${API}/versions`] = [
    aVersion({ planned: { at: "2026-03-02T09:00:00Z", approved } }),
    aVersion({ number: 2, planned: null }),
  ];
  show(<VersionsTab table={aTable()} me="nadia" edits />);

  const planned = await version(3);
  expect(planned.getByTestId("approved-by")).toHaveTextContent(/Approved by Otto, .*“Fine”/);
  expect(planned.getByText(/Planned for 2 March 2026/)).toBeVisible();
  expect((await version(2)).queryByTestId("approved-by")).toBeNull();
});

it("offers no way back to the rows that are in effect", async () => {
  answers[`${API}/versions`] = [
    aVersion({ restores: 1 }),
    aVersion({ number: 2 }),
    aVersion({ number: 1, author: null, basedOn: null }),
  ];
  show(<VersionsTab table={aTable()} me="nadia" edits />);

  expect((await version(2)).getByTestId("roll-back")).toBeVisible();
  const first = await version(1);
  expect(first.queryByTestId("roll-back")).toBeNull();
  expect(first.getByText("The rows in effect")).toBeVisible();
});

it("says at once where a way back would change nothing", async () => {
  show(<RollBackDialog table={aTable()} version={aVersion({ number: 2 })} onClose={() => {}} />);

  expect(await screen.findByTestId("back-same")).toHaveTextContent("The rows of version 2 are those in effect");
  await userEvent.type(screen.getByLabelText("Why"), "It was better");
  expect(screen.getByRole("button", { name: "Put in effect" })).toBeDisabled();
});

it("compares nothing where there is one version only", async () => {
  answers[`${API}/versions`] = [aVersion()];
  show(<VersionsTab table={aTable()} me="nadia" edits />);

  expect((await version(3)).getByText("In effect")).toBeVisible();
  expect(screen.queryByText("What changed")).toBeNull();
});
