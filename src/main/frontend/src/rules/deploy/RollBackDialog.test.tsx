import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import type { Table } from "../../api/ruleTables";
import { I18nProvider } from "../../i18n/i18n";
import { keys } from "../../live/queries";
import { aTable, aVersion } from "../../test/ruleTables";
import { type Call, json, serve, setToken } from "../../test/server";
import { RollBackDialog } from "./RollBackDialog";

const API = "/api/v1/rules/routing";
const FAILS = [{ id: "c-1", name: "Urgent comes first", passed: false, row: 2, outputs: {}, failure: null }];
const UNKNOWN = {
  severity: "error",
  code: "UNKNOWN_TEAM",
  row: 1,
  column: 2,
  line: null,
  message: "…",
  params: { name: "gone" },
};
let answers: Record<string, unknown>;
let calls: Call[];
let client: QueryClient;
/** How often the cases cannot be run. */
let busy: number;

beforeEach(() => {
  localStorage.clear();
  setToken("token");
  answers = {
    [`GET ${API}/diff?from=3&to=2`]: [{ kind: "removed", from: 1, to: null, moved: false, cells: [] }],
    [`GET ${API}/versions/2`]: { ...aVersion({ number: 2 }), dmn: "<two/>" },
    [`POST ${API}/check`]: [],
    [`POST ${API}/cases/run`]: [],
    [`POST ${API}/rollback`]: aVersion({ number: 4, restores: 2 }),
  };
  busy = 0;
  calls = serve(({ method, path }) => {
    if (path === `${API}/cases/run` && busy-- > 0) return json({ status: 503, code: "TRIES_BUSY" }, 503);
    const answer = answers[`${method} ${path}`];
    return answer === undefined ? json({ status: 500 }, 500) : json(answer);
  });
});

function show() {
  client = createQueryClient();
  render(
    <QueryClientProvider client={client}>
      <I18nProvider>
        <MemoryRouter>
          <RollBackDialog table={aTable()} version={aVersion({ number: 2 })} onClose={() => {}} />
        </MemoryRouter>
      </I18nProvider>
    </QueryClientProvider>,
  );
}
const sent = (path: string) => {
  const call = calls.findLast((one) => one.path === path && one.method === "POST");
  return call === undefined ? undefined : JSON.parse(call.body);
};

it("asks nothing of a version that nothing is wrong with", async () => {
  show();
  client.setQueryData<Table>(keys.ruleTable("routing"), aTable());
  await userEvent.type(screen.getByLabelText("Why"), "It burns");

  expect(await screen.findByText("No errors, and no case fails.")).toBeVisible();
  expect(screen.queryByTestId("back-later")).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Put in effect" }));
  expect(sent(`${API}/check`)).toEqual({ dmn: "<two/>" });
  expect(sent(`${API}/cases/run`)).toEqual({ version: 2 });
  expect(sent(`${API}/rollback`)).toEqual({ version: 2, basedOn: 3, reason: "It burns" });
  expect(client.getQueryData<Table>(keys.ruleTable("routing"))?.current).toMatchObject({ number: 4, restores: 2 });
});

it("goes back to a version that fails a case only where that is wanted all the same", async () => {
  answers[`POST ${API}/cases/run`] = FAILS;
  show();
  await userEvent.type(screen.getByLabelText("Why"), "It burns");

  expect(await screen.findByTestId("deploy-cases")).toHaveTextContent("1 case fails with these rows");
  expect(screen.getByTestId("deploy-cases")).toHaveTextContent("Urgent comes first");
  expect(screen.getByTestId("back-later")).toHaveTextContent("Drafts that are based on it later cannot be deployed");
  expect(screen.getByRole("button", { name: "Put in effect" })).toBeDisabled();
  expect(screen.getByTestId("deploy-missing")).toHaveTextContent("that you put it in effect all the same");
  await userEvent.click(screen.getByLabelText("Put in effect all the same"));
  await userEvent.click(screen.getByRole("button", { name: "Put in effect" }));
  expect(sent(`${API}/rollback`)).toEqual({ version: 2, basedOn: 3, reason: "It burns", acknowledged: true });
});

it("dit en français ce qui échoue", async () => {
  answers[`POST ${API}/check`] = [UNKNOWN];
  answers[`POST ${API}/cases/run`] = FAILS;
  localStorage.setItem("pupitre.language", "fr");
  show();
  await userEvent.type(screen.getByLabelText("Pourquoi"), "Ça brûle");

  expect(await screen.findByTestId("back-proof")).toHaveTextContent("1 erreur");
  expect(await screen.findByTestId("deploy-cases")).toHaveTextContent("1 cas échoue avec ces lignes");
  expect(screen.getByTestId("deploy-missing")).toHaveTextContent("que vous la mettiez en vigueur quand même");
  await userEvent.click(screen.getByLabelText("Mettre en vigueur quand même"));
  await userEvent.click(screen.getByRole("button", { name: "Mettre en vigueur" }));
  expect(sent(`${API}/rollback`)).toMatchObject({ acknowledged: true });
});

it("leads back also where nobody can tell what fails", async () => {
  delete answers[`POST ${API}/check`];
  show();
  await userEvent.type(screen.getByLabelText("Why"), "It burns");

  expect(await screen.findByText(/Nobody can tell/)).toBeVisible();
  await userEvent.click(screen.getByLabelText("Put in effect all the same"));
  expect(screen.getByRole("button", { name: "Put in effect" })).toBeEnabled();
});

it("asks once more where the server is busy, and leads nobody past the cases", async () => {
  busy = 1;
  show();

  expect(await screen.findByText("No errors, and no case fails.", undefined, { timeout: 3_000 })).toBeVisible();
  expect(calls.filter(({ path }) => path === `${API}/cases/run`)).toHaveLength(2);
  expect(screen.queryByRole("checkbox")).toBeNull();
});

it("wants to hear it anew where something else fails by now", async () => {
  answers[`POST ${API}/cases/run`] = FAILS;
  show();
  await userEvent.type(screen.getByLabelText("Why"), "It burns");
  await userEvent.click(await screen.findByLabelText("Put in effect all the same"));
  expect(screen.getByRole("button", { name: "Put in effect" })).toBeEnabled();

  answers[`POST ${API}/check`] = [UNKNOWN];
  await act(() => client.refetchQueries({ queryKey: keys.ruleTable("routing") }));

  expect(await screen.findByText("1 error")).toBeVisible();
  expect(screen.getByLabelText("Put in effect all the same")).not.toBeChecked();
  expect(screen.getByRole("button", { name: "Put in effect" })).toBeDisabled();
});
