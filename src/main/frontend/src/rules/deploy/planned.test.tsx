import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import type { Planned } from "../../api/plannedTables";
import { keys } from "../../live/queries";
import { aDraftFile, aPlan, aTable, aVersion } from "../../test/ruleTables";
import { type Call, json, serve, setToken } from "../../test/server";
import { DeployDialog } from "./DeployDialog";
import { PlannedList } from "./PlannedList";
import { RollBackDialog } from "./RollBackDialog";
import { WhenFields } from "./WhenFields";
import { faultOf, instantOf, isReady, NOW, typedOf, zoneOf } from "./when";

const API = "/api/v1/rules/routing";
const FAILS = [{ id: "c-1", name: "Urgent comes first", passed: false, row: 2, outputs: {}, failure: null }];
let calls: Call[];
let client: QueryClient;
let answers: Record<string, unknown>;
/** What is answered otherwise than at once and well, by the path. */
let others: Record<string, () => Promise<Response>>;

beforeEach(() => {
  setToken("token");
  answers = {
    [`GET ${API}/diff?from=3&to=d-1`]: [
      { kind: "changed", from: 1, to: 1, moved: false, cells: [{ column: 5, before: "10", after: "20" }] },
    ],
    [`GET ${API}/diff?from=3&to=2`]: [{ kind: "removed", from: 1, to: null, moved: false, cells: [] }],
    [`GET ${API}/planned/p-1/diff`]: [
      { kind: "changed", from: 1, to: 1, moved: false, cells: [{ column: 5, before: "10", after: "20" }] },
    ],
    [`GET ${API}/versions/2`]: { ...aVersion({ number: 2 }), dmn: "<two/>" },
    [`POST ${API}/check`]: [],
    [`POST ${API}/cases/run`]: [],
    [`POST ${API}/planned`]: aPlan(),
    [`POST ${API}/planned/p-1/approve`]: aPlan({ state: "SCHEDULED" }),
    [`POST ${API}/planned/p-1/refuse`]: aPlan({ state: "REFUSED" }),
    [`POST ${API}/planned/p-1/cancel`]: aPlan({ state: "CANCELLED" }),
  };
  others = {};
  calls = serve(({ method, path }) => {
    const other = others[path];
    if (other !== undefined) return other();
    const answer = answers[`${method} ${path}`];
    return answer === undefined ? json({ status: 404 }, 404) : json(answer);
  });
});

function show(screenOf: ReactElement) {
  client = createQueryClient();
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={["/rules/routing"]}>{screenOf}</MemoryRouter>
    </QueryClientProvider>,
  );
}
const sent = (path: string) => {
  const call = calls.findLast((one) => one.path === path && one.method === "POST");
  return call === undefined ? undefined : JSON.parse(call.body);
};
const list = (plan: Planned, me = "otto") => {
  answers[`GET ${API}/planned`] = [plan];
  show(<PlannedList table={aTable()} me={me} edits />);
  return screen.findByTestId("planned");
};

it("schedules a change for a time in the reader's zone, which it names", async () => {
  show(<DeployDialog table={aTable()} draft={aDraftFile()} onClose={() => {}} onRebased={() => {}} />);
  await screen.findByTestId("diff");
  await userEvent.type(screen.getByLabelText("Why"), "Christmas");
  await userEvent.click(screen.getByLabelText("At a date and time"));
  const tomorrow = typedOf(new Date(Date.now() + 24 * 3_600_000));
  await userEvent.clear(screen.getByLabelText("Date"));
  await userEvent.type(screen.getByLabelText("Date"), "2001-01-01");
  expect(screen.getByText("This is in the past.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Schedule" })).toBeDisabled();
  expect(screen.getByTestId("deploy-missing")).toHaveTextContent(
    "Still needed: a date and a time to come, within a year.",
  );
  await userEvent.clear(screen.getByLabelText("Date"));
  await userEvent.type(screen.getByLabelText("Date"), tomorrow.day);
  await userEvent.clear(screen.getByLabelText("Time"));
  await userEvent.type(screen.getByLabelText("Time"), "09:30");
  expect(screen.getByTestId("deploy-zone")).toHaveTextContent(Intl.DateTimeFormat().resolvedOptions().timeZone);

  await userEvent.click(screen.getByRole("button", { name: "Schedule" }));

  expect(sent(`${API}/planned`)).toEqual({
    draft: "d-1",
    revision: 1,
    reason: "Christmas",
    at: new Date(`${tomorrow.day}T09:30`).toISOString(),
  });
});

it("asks for approval where the settings want it", async () => {
  const table = aTable({ approval: true });
  show(<DeployDialog table={table} draft={aDraftFile()} onClose={() => {}} onRebased={() => {}} />);
  await screen.findByTestId("diff");
  expect(screen.queryByLabelText("Ask a colleague to approve it first")).not.toBeInTheDocument();
  await userEvent.type(screen.getByLabelText("Why"), "Christmas");
  await userEvent.click(screen.getByRole("button", { name: "Ask for approval" }));
  expect(sent(`${API}/planned`)).toEqual({ draft: "d-1", revision: 1, reason: "Christmas", approval: true });
});

it("asks for approval of a way back", async () => {
  show(<RollBackDialog table={aTable({ approval: true })} version={aVersion({ number: 2 })} onClose={() => {}} />);
  await userEvent.type(screen.getByLabelText("Why"), "It was better");
  await userEvent.click(screen.getByRole("button", { name: "Ask for approval" }));
  expect(sent(`${API}/planned`)).toEqual({ version: 2, basedOn: 3, reason: "It was better" });
});

it("asks for approval of a way back that fails a case only where that was seen", async () => {
  answers[`POST ${API}/cases/run`] = FAILS;
  show(<RollBackDialog table={aTable({ approval: true })} version={aVersion({ number: 2 })} onClose={() => {}} />);
  await userEvent.type(screen.getByLabelText("Why"), "It was better");
  await userEvent.click(await screen.findByLabelText("Put in effect all the same"));
  await userEvent.click(screen.getByRole("button", { name: "Ask for approval" }));
  expect(sent(`${API}/planned`)).toEqual({ version: 2, basedOn: 3, reason: "It was better", acknowledged: true });
});

it.each([
  [true, "has seen what fails"],
  [false, "has not seen that"],
  [null, "was not asked about that"],
])("shows an approver what a way back fails, and whether that was seen: %s", async (acknowledged, words) => {
  answers[`POST ${API}/cases/run`] = FAILS;
  await list(aPlan({ restores: 2, draft: null, acknowledged }));
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  expect(await screen.findByTestId("deploy-cases")).toHaveTextContent("1 case fails with these rows");
  expect(screen.getByTestId("back-seen")).toHaveTextContent(words);
  expect(sent(`${API}/check`)).toEqual({ dmn: "<two/>" });
});

it("says nothing of who has seen what fails where nobody can tell what does", async () => {
  others[`${API}/cases/run`] = async () => json({ status: 500 }, 500);
  await list(aPlan({ restores: 2, draft: null, acknowledged: true }));
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  expect(await screen.findByText(/Nobody can tell/)).toBeVisible();
  expect(screen.queryByTestId("back-seen")).toBeNull();
});

it("lets somebody else see the rows and approve", async () => {
  await list(aPlan());
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  expect(await screen.findByTestId("diff")).toHaveTextContent("Priority10 → 20");
  await userEvent.click(within(screen.getByTestId("review-dialog")).getByRole("button", { name: "Approve" }));
  expect(sent(`${API}/planned/p-1/approve`)).toEqual({});
});

it("says who asks, and begins with that: a key pressed by habit approves nothing", async () => {
  const plan = await list(aPlan());
  expect(plan).toHaveTextContent("Nadia asks for approval. It is your turn: approve or refuse it.");
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  const dialog = screen.getByTestId("review-dialog");
  expect(dialog).toHaveTextContent("Nadia asks for approval. It is your turn");
  await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
  await userEvent.keyboard("{Enter}");
  expect(sent(`${API}/planned/p-1/approve`)).toBeUndefined();
  expect(screen.getByRole("button", { name: "Refuse" })).toHaveClass("cds--btn--danger--tertiary");
});

it("shows an approver which cases the change fails", async () => {
  answers[`POST ${API}/cases/run`] = [
    { id: "c-1", name: "Urgent comes first", passed: false, row: 2, outputs: {}, failure: null },
  ];
  await list(aPlan());
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  expect(await screen.findByTestId("deploy-cases")).toHaveTextContent("Urgent comes first");
  expect(sent(`${API}/cases/run`)).toEqual({ planned: "p-1" });
});

it("shows an approver that all cases pass", async () => {
  answers[`POST ${API}/cases/run`] = [
    { id: "c-1", name: "Urgent comes first", passed: true, row: 1, outputs: {}, failure: null },
    { id: "c-2", name: "Returns", passed: true, row: 2, outputs: {}, failure: null },
  ];
  await list(aPlan());
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  expect(await screen.findByText("All 2 cases pass")).toBeInTheDocument();
});

describe("a change beside others that are planned", () => {
  const deploying = () =>
    show(<DeployDialog table={aTable()} draft={aDraftFile()} onClose={() => {}} onRebased={() => {}} />);
  const planned = (...plans: Planned[]) => {
    answers[`GET ${API}/planned`] = plans;
  };

  it("is told which of them is the next", async () => {
    planned(
      aPlan({ id: "p-2", draft: "d-3", at: null }),
      aPlan({ id: "p-3", draft: "d-4", at: "2027-01-01T08:00:00Z", state: "SCHEDULED" }),
      aPlan({ draft: "d-2", at: "2026-12-01T08:00:00Z", state: "SCHEDULED" }),
    );
    deploying();
    expect(await screen.findByTestId("another-plan")).toHaveTextContent(
      /Another change is planned for .*December.*2026.*it has to be planned again then/,
    );
  });

  it("is told of one that waits for approval", async () => {
    planned(aPlan({ draft: "d-2" }));
    deploying();
    expect(await screen.findByTestId("another-plan")).toHaveTextContent("Another change waits for approval");
  });

  it("is told nothing of its own plan, nor of what is over or overtaken", async () => {
    planned(
      aPlan(),
      aPlan({ id: "p-2", draft: "d-2", state: "CANCELLED" }),
      aPlan({ id: "p-3", draft: "d-3", basedOn: 2, state: "SCHEDULED" }),
    );
    deploying();
    await waitFor(() => expect(calls.some(({ path }) => path === `${API}/planned`)).toBe(true));
    await screen.findByTestId("diff");
    expect(screen.queryByTestId("another-plan")).toBeNull();
  });

  it("is told of them where it goes back to an earlier version, too", async () => {
    planned(aPlan({ draft: "d-1", at: "2026-12-01T08:00:00Z", state: "SCHEDULED" }));
    show(<RollBackDialog table={aTable()} version={aVersion({ number: 2 })} onClose={() => {}} />);
    expect(await screen.findByTestId("another-plan")).toBeVisible();
  });
});

it("tags a plan that another version has overtaken as such", async () => {
  const plan = await list(aPlan({ state: "SCHEDULED", basedOn: 2 }));
  expect(plan).toHaveTextContent("Overtaken");
  expect(plan).not.toHaveTextContent("Scheduled");
});

it("does not call a plan overtaken by the version that it is becoming", async () => {
  const plan = await list(aPlan({ state: "DEPLOYING", basedOn: 2 }));
  expect(plan).toHaveTextContent("Being deployed");
  expect(screen.queryByTestId("planned-outdated")).not.toBeInTheDocument();
});

it("says at the time that it is past, and when it becomes so", () => {
  const today = new Date(2026, 2, 2, 10, 0);
  const when = { ...NOW, later: true, ...typedOf(today) };
  const fields = (now: number) => <WhenFields when={when} now={now} needsApproval={false} onChange={() => {}} />;
  const { rerender } = render(fields(today.getTime() - 1));
  expect(screen.queryByText("This is in the past.")).not.toBeInTheDocument();
  rerender(fields(today.getTime()));
  expect(screen.getByText("This is in the past.")).toBeInTheDocument();
  expect(screen.getByLabelText("Time")).toBeInvalid();
  expect(screen.getByLabelText("Date")).toBeValid();
});

it("wants to know why a change is refused", async () => {
  await list(aPlan());
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  expect(screen.getByRole("button", { name: "Refuse" })).toBeDisabled();
  expect(screen.getByText("Its author reads it. To refuse the change, say here why.")).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText("Comment"), "Too early");
  await userEvent.click(screen.getByRole("button", { name: "Refuse" }));
  expect(sent(`${API}/planned/p-1/refuse`)).toEqual({ comment: "Too early" });
});

it("lets nobody approve what has not been shown", async () => {
  let arrive = (_: Response) => {};
  others[`${API}/planned/p-1/diff`] = () =>
    new Promise((resolve) => {
      arrive = resolve;
    });
  await list(aPlan());
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  const approve = within(screen.getByTestId("review-dialog")).getByRole("button", { name: "Approve" });
  expect(approve).toBeDisabled();
  arrive(json({ status: 422, detail: "The file cannot be read" }, 422));
  expect(await screen.findByText("The file cannot be read")).toBeInTheDocument();
  expect(approve).toBeDisabled();
});

it("sends one decision at a time", async () => {
  const path = `${API}/planned/p-1/refuse`;
  others[path] = () => new Promise(() => {});
  await list(aPlan());
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  await userEvent.type(screen.getByLabelText("Comment"), "Too early");
  await userEvent.click(screen.getByRole("button", { name: "Refuse" }));
  await userEvent.click(screen.getByRole("button", { name: "Refuse" }));
  expect(calls.filter((call) => call.path === path)).toHaveLength(1);
});

it("keeps what is typed about a plan whose list is not answered, or no longer has it", async () => {
  await list(aPlan());
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  await userEvent.type(screen.getByLabelText("Comment"), "Too early");

  others[`${API}/planned`] = async () => json({ status: 403, detail: "Not now" }, 403);
  await act(() => client.refetchQueries({ queryKey: keys.ruleTable("routing") }));
  expect(screen.getByLabelText("Comment")).toHaveValue("Too early");
  expect(screen.getByTestId("planned")).toBeInTheDocument();

  others[`${API}/planned`] = async () => json([]);
  await act(() => client.refetchQueries({ queryKey: keys.ruleTable("routing") }));
  expect(screen.queryByTestId("planned")).not.toBeInTheDocument();
  expect(screen.getByLabelText("Comment")).toHaveValue("Too early");
});

it("lets nobody decide about their own, but cancel it after asking once more", async () => {
  await list(aPlan(), "nadia");
  expect(screen.queryByRole("button", { name: "Approve or refuse…" })).not.toBeInTheDocument();
  await userEvent.click(screen.getByTestId("planned-cancel"));
  expect(sent(`${API}/planned/p-1/cancel`)).toBeUndefined();
  await userEvent.click(within(screen.getByTestId("cancel-dialog")).getByRole("button", { name: /Cancel the plan/ }));
  expect(sent(`${API}/planned/p-1/cancel`)).toEqual({});
});

it("does not let approve what can no longer take effect", async () => {
  await list(aPlan({ basedOn: 2 }));
  await userEvent.click(screen.getByRole("button", { name: "Approve or refuse…" }));
  expect(within(screen.getByTestId("review-dialog")).getByTestId("planned-outdated")).toHaveTextContent(
    "Version 3 has been put in effect meanwhile",
  );
  expect(within(screen.getByTestId("review-dialog")).getByRole("button", { name: "Approve" })).toBeDisabled();
});

it("says why a change was not deployed", async () => {
  const plan = await list(
    aPlan({
      state: "FAILED",
      failure: { code: "VERSION_CHANGED", detail: "…" },
      ended: { by: null, at: "2026-03-02T11:00:00Z", comment: null },
    }),
  );
  expect(plan).toHaveTextContent("Another version was put in effect before its time had come.");
  expect(screen.queryByTestId("planned-cancel")).not.toBeInTheDocument();
});

it("takes a time within the next year only", () => {
  const now = new Date(2026, 2, 2, 10, 0).getTime();
  const later = { ...NOW, later: true };
  expect(isReady(NOW, now)).toBe(true);
  expect(isReady(later, now)).toBe(false);
  expect(instantOf({ ...later, day: "2026-03-02", time: "10:30" })?.getTime()).toBe(now + 30 * 60_000);
  expect(faultOf({ ...later, day: "2026-03-02", time: "10:00" }, now)).toBe("past");
  expect(faultOf({ ...later, day: "2028-03-02", time: "10:00" }, now)).toBe("far");
  expect(isReady({ ...later, day: "2026-03-02", time: "10:01" }, now)).toBe(true);
  expect(zoneOf(new Date(now), "en-GB")).toContain(Intl.DateTimeFormat().resolvedOptions().timeZone);
});
