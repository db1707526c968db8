import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import type { Backtest } from "../../api/ruleChecks";
import type { Table, Version } from "../../api/ruleTables";
import { keys } from "../../live/queries";
import { aConversation, aCustomer, aMessage } from "../../test/fixtures";
import { aDraft, aDraftFile, aTable, aVersion, NADIA } from "../../test/ruleTables";
import { type Call, json, serve, setToken } from "../../test/server";
import { DeployDialog } from "../deploy/DeployDialog";
import { VersionsTab } from "../deploy/VersionsTab";
import { DecisionToday } from "../why/DecisionToday";
import { BacktestTab } from "./BacktestTab";
import { CasesTab } from "./CasesTab";
import { tryPath } from "./FromConversation";
import { TryTab } from "./TryTab";

const API = "/api/v1/rules/routing";
let calls: Call[];
let answers: Record<string, unknown>;

beforeEach(() => {
  setToken("token");
  answers = {
    [`GET ${API}`]: aTable(),
    [`GET ${API}/diff?from=3&to=d-1`]: [
      { kind: "changed", from: 1, to: 1, moved: false, cells: [{ column: 5, before: "10", after: "20" }] },
    ],
    [`POST ${API}/check`]: [],
    [`GET ${API}/cases`]: [],
    [`GET ${API}/planned`]: [],
    [`POST ${API}/cases/run`]: [],
  };
  calls = serve(({ method, path }) => {
    const answer = answers[`${method} ${path}`];
    return answer instanceof Response
      ? answer.clone()
      : answer === undefined
        ? json({ status: 404 }, 404)
        : json(answer);
  });
});

const show = (screenOf: ReactElement, at = "/rules/routing", client = createQueryClient()) =>
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[at]}>{screenOf}</MemoryRouter>
    </QueryClientProvider>,
  );
const sent = (path: string) => {
  const call = calls.findLast((one) => one.path === path && one.method === "POST");
  return call === undefined ? undefined : JSON.parse(call.body);
};
const BACK = [{ kind: "removed", from: 1, to: null, moved: false, cells: [] }];
const deployDialog = () =>
  show(<DeployDialog table={aTable()} draft={aDraftFile()} onClose={() => {}} onRebased={() => {}} />);
const button = () => screen.getByRole("button", { name: "Put in effect" });

describe("deploying", () => {
  it("shows the new version at once, before the table is asked for anew", async () => {
    const client = createQueryClient();
    const key = keys.ruleTable("routing");
    client.setQueryData<Table>(key, aTable({ drafts: [aDraft()] }));
    client.setQueryData<Version[]>([...key, "versions"], [aVersion()]);
    answers[`POST ${API}/deploy`] = { ...aVersion({ number: 4, reason: "More urgent" }), dmn: "<four/>" };
    show(<DeployDialog table={aTable()} draft={aDraftFile()} onClose={() => {}} onRebased={() => {}} />, "/", client);
    await userEvent.type(await screen.findByLabelText("Why"), "More urgent");
    await waitFor(() => expect(button()).toBeEnabled());
    answers[`GET ${API}`] = undefined;
    await userEvent.click(button());

    await waitFor(() => expect(client.getQueryData<Table>(key)?.current).toMatchObject({ number: 4, dmn: "<four/>" }));
    expect(client.getQueryData<Table>(key)?.drafts).toEqual([]);
    const versions = client.getQueryData<Version[]>([...key, "versions"]);
    expect(versions?.map(({ number, reason }) => [number, reason])).toEqual([
      [4, "More urgent"],
      [3, aVersion().reason],
    ]);
    expect(client.getQueryState(key)?.isInvalidated).toBe(true);
  });

  it("asks for a reason and tells what changes in words", async () => {
    answers[`POST ${API}/deploy`] = aVersion({ number: 4 });
    deployDialog();
    expect(await screen.findByTestId("diff")).toHaveTextContent("Priority10 → 20");
    expect(button()).toBeDisabled();
    expect(await screen.findByText("Still needed: why.")).toBeVisible();

    await userEvent.type(screen.getByLabelText("Why"), " More urgent ");
    expect(screen.getByTestId("deploy-missing")).toBeEmptyDOMElement();
    await userEvent.click(button());

    expect(sent(`${API}/deploy`)).toEqual({ draft: "d-1", revision: 1, reason: "More urgent" });
  });

  it("is stopped by an error, and by a case that fails", async () => {
    answers[`POST ${API}/check`] = [
      { severity: "error", code: "UNKNOWN_TEAM", row: 2, column: 4, line: 9, message: "…", params: { value: "gone" } },
    ];
    answers[`POST ${API}/cases/run`] = [
      { id: "c-1", name: "Urgent comes first", passed: false, row: 2, outputs: {}, failure: null },
    ];
    deployDialog();

    expect(await screen.findByTestId("deploy-errors")).toHaveTextContent("Row 2, Team There is no team “gone”.");
    expect(await screen.findByTestId("deploy-cases")).toHaveTextContent("Urgent comes first");
    await userEvent.type(screen.getByLabelText("Why"), "All the same");
    expect(button()).toBeDisabled();
  });

  it("asks before it goes on in spite of a warning", async () => {
    answers[`POST ${API}/deploy`] = aVersion({ number: 4 });
    answers[`POST ${API}/check`] = [
      { severity: "warning", code: "NEVER_REACHED", row: 2, column: null, line: 9, message: "…", params: { by: 1 } },
    ];
    deployDialog();
    expect(await screen.findByText(/row 1 takes all that it would/)).toBeVisible();
    await userEvent.type(screen.getByLabelText("Why"), "For later");
    expect(button()).toBeDisabled();

    await userEvent.click(screen.getByLabelText(/I have seen these warnings/));
    await userEvent.click(button());

    expect(sent(`${API}/deploy`)).toMatchObject({ acknowledged: true });
  });

  it("says that the engine is away, and can be tried again", async () => {
    answers[`POST ${API}/deploy`] = json({ status: 503, code: "ENGINE_UNAVAILABLE" }, 503);
    deployDialog();
    await userEvent.type(await screen.findByLabelText("Why"), "More urgent");
    await waitFor(() => expect(button()).toBeEnabled());
    await userEvent.click(button());

    const failed = await screen.findByTestId("call-failed");
    expect(failed).toHaveTextContent("Not deployed: nothing has changed");
    expect(failed).toHaveTextContent("The engine does not answer. Nothing has changed; try again in a moment.");

    answers[`POST ${API}/deploy`] = aVersion({ number: 4 });
    await userEvent.click(button());
    await waitFor(() => expect(screen.queryByTestId("call-failed")).toBeNull());
    expect(calls.filter(({ method, path }) => method === "POST" && path === `${API}/deploy`)).toHaveLength(2);
  });

  it("says who was faster, and goes on from there", async () => {
    answers[`POST ${API}/deploy`] = json(
      { status: 409, code: "VERSION_CHANGED", version: 4, by: NADIA, at: "2026-03-02T11:00:00Z" },
      409,
    );
    answers[`PUT ${API}/drafts/d-1`] = aDraftFile({ basedOn: 4, revision: 2 });
    answers[`GET ${API}/diff?from=4&to=d-1`] = [
      { kind: "removed", from: 2, to: null, moved: false, cells: [{ column: 0, before: "By Otto", after: null }] },
    ];
    deployDialog();
    await screen.findByTestId("diff");
    await userEvent.type(screen.getByLabelText("Why"), "More urgent");
    await userEvent.click(button());

    expect(await screen.findByText("What would change in version 4, which is in effect")).toBeVisible();
    expect(await screen.findByText(/By Otto/)).toBeVisible();
    expect(await screen.findByText(/Version 4 has been in effect since .* by Nadia Haddad/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Go on from the version in effect" }));
    expect(JSON.parse(calls.find(({ method }) => method === "PUT")?.body ?? "{}")).toMatchObject({
      basedOn: 4,
      revision: 1,
    });
  });
});

it("rolls back in two clicks, with a reason", async () => {
  answers[`GET ${API}/versions`] = [aVersion(), aVersion({ number: 2, reason: "Before" })];
  answers[`GET ${API}/diff?from=2&to=3`] = [];
  answers[`GET ${API}/diff?from=3&to=2`] = BACK;
  answers[`GET ${API}/versions/2`] = { ...aVersion({ number: 2 }), dmn: "<two/>" };
  answers[`POST ${API}/rollback`] = aVersion({ number: 4, restores: 2 });
  show(<VersionsTab table={aTable()} me="nadia" edits />);
  await userEvent.click(await screen.findByTestId("roll-back"));
  await userEvent.type(screen.getByLabelText("Why"), "It was better");
  await userEvent.click(button());

  expect(sent(`${API}/rollback`)).toEqual({ version: 2, basedOn: 3, reason: "It was better" });
});

it("says of a version with other columns that nobody can go back to it", async () => {
  answers[`GET ${API}/versions`] = [aVersion(), aVersion({ number: 2, outdated: true }), aVersion({ number: 1 })];
  show(<VersionsTab table={aTable()} me="nadia" edits />);

  const old = (await screen.findAllByTestId("version"))[1] as HTMLElement;
  expect(old).toHaveTextContent("Its columns are those of an earlier Pupitre");
  expect(within(old).queryByTestId("roll-back")).toBeNull();
  expect(screen.getAllByTestId("roll-back")).toHaveLength(1);
});

it("does not roll back past a version that somebody has deployed meanwhile, unless that was seen", async () => {
  answers[`GET ${API}/versions`] = [aVersion(), aVersion({ number: 2, reason: "Before" })];
  answers[`GET ${API}/diff?from=2&to=3`] = [];
  answers[`GET ${API}/diff?from=3&to=2`] = BACK;
  answers[`GET ${API}/versions/2`] = { ...aVersion({ number: 2 }), dmn: "<two/>" };
  answers[`POST ${API}/rollback`] = json(
    { status: 409, code: "VERSION_CHANGED", version: 4, by: { id: "otto", name: "Otto" }, at: "2026-03-02T11:00:00Z" },
    409,
  );
  show(<VersionsTab table={aTable()} me="nadia" edits />);
  await userEvent.click(await screen.findByTestId("roll-back"));
  await userEvent.type(screen.getByLabelText("Why"), "It was better");
  await userEvent.click(button());

  expect(await screen.findByTestId("newer-version")).toHaveTextContent(/Version 4 .* by Otto/);
  answers[`POST ${API}/rollback`] = aVersion({ number: 5, restores: 2 });
  await userEvent.click(screen.getByRole("button", { name: "Go on all the same" }));
  await userEvent.click(button());
  expect(sent(`${API}/rollback`)).toEqual({ version: 2, basedOn: 4, reason: "It was better" });
});

describe("a text of which only the beginning was kept", () => {
  const kept = "u".repeat(200);
  const decision = {
    table: "routing",
    version: 1,
    row: 1,
    description: null,
    outputs: { team: null, priority: 10 },
    inputs: [{ name: "Text", value: `${kept}…` }],
    remark: null,
    coded: null,
    at: "2026-03-02T09:00:00Z",
  };

  beforeEach(() => {
    answers[`POST ${API}/test`] = { row: 1, outputs: { priority: 10 }, inputs: [], rows: [], failure: null };
  });

  it("is asked again as it was kept, and the screen says where the answer depends on the rest", async () => {
    answers[`POST ${API}/test`] = { row: null, outputs: {}, inputs: [], rows: [], failure: null, notKnown: ["Text"] };
    show(<DecisionToday name="routing" id="c-7" decision={decision} />);

    expect(await screen.findByTestId("why-not-recorded")).toHaveTextContent(
      "Today’s answer depends on what was not recorded then: Text",
    );
    expect(screen.queryByText("The same")).toBeNull();
    expect(sent(`${API}/test`)).toEqual({ version: 3, recorded: decision.inputs });
  });

  it("is said so when it is taken from a conversation", async () => {
    answers["GET /api/v1/conversations/c-7/decisions"] = [decision];
    show(<TryTab table={aTable()} edits />);
    await userEvent.type(screen.getByLabelText("Take them from a conversation"), "c-7");
    await userEvent.click(screen.getByRole("button", { name: "Take" }));

    expect(await screen.findByTestId("cut")).toBeVisible();
    expect(screen.getByLabelText("Text")).toHaveValue(kept);
  });

  it("is another one than a text that its author ended so", async () => {
    answers["GET /api/v1/conversations/c-7/decisions"] = [
      { ...decision, inputs: [{ name: "Text", value: "urgent…" }] },
    ];
    show(<TryTab table={aTable()} edits />);
    await userEvent.type(screen.getByLabelText("Take them from a conversation"), "c-7");
    await userEvent.click(screen.getByRole("button", { name: "Take" }));

    expect(await screen.findByDisplayValue("urgent…")).toBeVisible();
    expect(screen.queryByTestId("cut")).toBeNull();
  });
});

describe("trying", () => {
  it("takes the inputs of the decision that one comes from", async () => {
    const asked = (text: string, at: string) => ({ table: "routing", inputs: [{ name: "Text", value: text }], at });
    answers["GET /api/v1/conversations/c-7/decisions"] = [
      asked("very urgent", "2026-03-02T09:00:00Z"),
      asked("never mind", "2026-03-02T10:00:00Z"),
    ];
    show(<TryTab table={aTable()} edits />, tryPath("routing", "c-7", "2026-03-02T09:00:00Z"));
    expect(await screen.findByDisplayValue("very urgent")).toBeVisible();
    expect(screen.getByLabelText("Take them from a conversation")).toHaveValue("c-7");
  });

  it("asks with the inputs of a conversation, and tells where the other rows stop", async () => {
    answers["GET /api/v1/conversations/c-7/decisions"] = [
      {
        table: "routing",
        inputs: [
          { name: "Text", value: "very urgent" },
          { name: "Local time", value: "09:00:00" },
        ],
      },
    ];
    answers[`POST ${API}/test`] = {
      row: 2,
      outputs: { team: "returns", priority: 0 },
      inputs: [],
      rows: [
        { row: 1, matched: false, failedColumn: 2 },
        { row: 2, matched: true, failedColumn: null },
      ],
      failure: null,
    };
    show(<TryTab table={aTable()} edits />);
    await userEvent.type(screen.getByLabelText("Take them from a conversation"), "https://desk.example/desk/c-7");
    await userEvent.click(screen.getByRole("button", { name: "Take" }));
    expect(await screen.findByDisplayValue("very urgent")).toBeVisible();
    await userEvent.click(screen.getByTestId("try"));

    expect(await screen.findByTestId("trial")).toHaveTextContent("Row 2 decides: Everything else");
    expect(screen.getByTestId("trial")).toHaveTextContent("Returns and refunds");
    expect(screen.getByTestId("trial-row")).toHaveTextContent("Row 1 does not fit at Text: contains “*urgent*”");
    expect(sent(`${API}/test`)).toEqual({
      version: 3,
      inputs: { campaign: null, text: "very urgent", localTime: "09:00:00" },
    });
  });

  it("keeps the answer as a case", async () => {
    answers[`POST ${API}/test`] = {
      row: 1,
      outputs: { team: null, priority: 10 },
      inputs: [],
      rows: [],
      failure: null,
    };
    answers[`POST ${API}/cases`] = { id: "c-1" };
    show(<TryTab table={aTable()} edits />);
    await userEvent.type(screen.getByLabelText("Text"), "urgent");
    await userEvent.click(screen.getByTestId("try"));
    await userEvent.click(await screen.findByTestId("save-case"));
    await userEvent.type(screen.getByLabelText("Name"), "Urgent comes first");
    await userEvent.click(within(screen.getByTestId("case-dialog")).getByRole("button", { name: "Save" }));

    expect(sent(`${API}/cases`)).toEqual({
      name: "Urgent comes first",
      inputs: { campaign: null, text: "urgent", localTime: null },
      expected: { team: null, priority: 10 },
    });
  });
});

describe("trying a draft", () => {
  beforeEach(() => {
    answers[`GET ${API}/drafts/d-1`] = aDraftFile();
    answers[`POST ${API}/test`] = { row: 1, outputs: { priority: 10 }, inputs: [], rows: [], failure: null };
  });
  async function tryDraft() {
    show(<TryTab table={aTable({ drafts: [aDraft()] })} edits />, "/rules/routing/try?draft=d-1");
    await userEvent.click(screen.getByTestId("try"));
    return screen.findByTestId("trial");
  }
  const finding = { row: 2, column: 5, line: 9, message: "…" };

  it("says that it has errors, and where, and takes its answer for a try only", async () => {
    answers[`POST ${API}/check`] = [
      { ...finding, severity: "error", code: "WRONG_TYPE", params: { value: "null50", expected: "number" } },
      { ...finding, severity: "warning", code: "NEVER_REACHED", column: null, params: { by: 1 } },
    ];
    const trial = await tryDraft();

    expect(trial).toHaveTextContent("Row 1 answers, as a try only");
    expect(trial.querySelector(".finding--none")).toBeNull();
    const errors = screen.getByTestId("try-errors");
    expect(errors).toHaveTextContent("The draft has 1 error");
    expect(errors).toHaveTextContent("Row 2, Priority A number belongs here, such as 50, and not “null50”.");
    expect(errors).not.toHaveTextContent("This row can never decide");
    expect(screen.queryByTestId("save-case")).toBeNull();
    expect(sent(`${API}/check`)).toEqual({ dmn: aDraftFile().dmn });
  });

  it("takes its answer for one where there are warnings only", async () => {
    answers[`POST ${API}/check`] = [
      { ...finding, severity: "warning", code: "NEVER_REACHED", column: null, params: { by: 1 } },
    ];
    expect(await tryDraft()).toHaveTextContent("Row 1 decides");
    expect(screen.queryByTestId("try-errors")).toBeNull();
    expect(screen.getByTestId("save-case")).toBeVisible();
  });
});

it("says of a failing case what the table says instead", async () => {
  answers[`GET ${API}/cases`] = [
    { id: "c-1", name: "Urgent comes first", inputs: {}, expected: { team: null, priority: 10 } },
  ];
  answers[`POST ${API}/cases/run`] = [
    { id: "c-1", name: "Urgent comes first", passed: false, row: 2, outputs: { priority: 0 }, failure: null },
  ];
  show(<CasesTab table={aTable({ drafts: [aDraft()] })} edits />, "/rules/routing/cases?draft=d-1");

  expect(await screen.findByText("Priority: 0, not 10")).toBeVisible();
  expect(screen.getByText("1 case fails")).toBeVisible();
  expect(sent(`${API}/cases/run`)).toEqual({ draft: "d-1" });
});

it("groups what a draft would have decided otherwise", async () => {
  const done: Backtest = {
    id: "b-1",
    tested: null,
    state: "DONE",
    done: 100,
    total: 100,
    decisions: 100,
    changed: 40,
    notComparable: 0,
    further: null,
    failed: null,
    failure: null,
    groups: [
      {
        from: { team: null, priority: 0 },
        to: { team: "returns", priority: 0 },
        count: 40,
        failure: null,
        conversations: ["c-1"],
      },
    ],
    neverHit: [2],
  };
  answers[`POST ${API}/backtest`] = json({ ...done, state: "RUNNING", done: 10, changed: 0, groups: [] }, 202);
  answers[`GET ${API}/backtest/b-1`] = done;
  answers["GET /api/v1/conversations/c-1"] = aConversation({ id: "c-1", customer: aCustomer("u-1", "Marie Curie") });
  answers["GET /api/v1/conversations/c-1/messages?size=50"] = {
    items: [aMessage(1, { direction: "IN", text: "Where is my parcel?" })],
    more: false,
  };
  show(<BacktestTab table={aTable({ drafts: [aDraft()] })} edits linked />, "/rules/routing/backtest?draft=d-1");
  await userEvent.click(screen.getByTestId("backtest-start"));

  const group = await screen.findByTestId("backtest-group");
  expect(group).toHaveTextContent("40 decisions");
  expect(group).toHaveTextContent("Team– → Returns and refunds");
  expect(screen.getByText(/^Compared with what was decided then/)).toBeVisible();
  expect(screen.getByText("40 of 100 decisions would be different")).toBeVisible();
  expect(calls.some(({ path }) => path.startsWith("/api/v1/conversations/"))).toBe(false);
  await userEvent.click(screen.getByTestId("backtest-which"));
  expect(await within(group).findByText("Marie Curie")).toBeVisible();
  expect(await within(group).findByText(/“Where is my parcel\?”/)).toBeVisible();
  expect(within(group).getByTestId("backtest-open")).toHaveAttribute("href", "/desk/c-1");
  expect(screen.getByTestId("never-hit")).toHaveTextContent("1 row was never metRow 2");
  expect(sent(`${API}/backtest`)).toEqual({ draft: "d-1", last: 10_000 });
});

describe("a backtest", () => {
  const done: Backtest = {
    id: "b-1",
    tested: null,
    state: "FAILED",
    done: 10,
    total: 100,
    decisions: 10,
    changed: 0,
    notComparable: 0,
    groups: [],
    further: null,
    neverHit: [],
    failed: "TOOK_TOO_LONG" as const,
    failure: "It took too long",
  };

  it("is shown to whoever has its address, with why it broke off", async () => {
    answers[`GET ${API}/backtest/b-1`] = done;
    show(<BacktestTab table={aTable()} edits={false} linked={false} />, "/rules/routing/backtest?backtest=b-1");

    expect(await screen.findByText("It took longer than 30 minutes. Try fewer conversations.")).toBeVisible();
  });

  it("of the messaging policy says that it counts answers, and not messages", async () => {
    const path = "/api/v1/rules/messaging-policy/backtest/b-1";
    const table = aTable({ table: "messaging-policy" });
    const at = "/rules/messaging-policy/backtest?backtest=b-1";
    answers[`GET ${path}`] = { ...done, state: "DONE", decisions: 2, failed: null, failure: null };
    show(<BacktestTab table={table} edits={false} linked={false} />, at);
    expect(await screen.findByText("2 different answers about messages, and all would be the same")).toBeVisible();
    expect(screen.getByText(/every different answer counts once, however many messages it was given/)).toBeVisible();
  });

  it("of the messaging policy counts its groups alike", async () => {
    const group = { from: { allowed: true }, to: { allowed: false }, count: 2, failure: null, conversations: [] };
    answers["GET /api/v1/rules/messaging-policy/backtest/b-1"] = {
      ...done,
      state: "DONE",
      decisions: 3,
      changed: 2,
      groups: [group],
      failed: null,
      failure: null,
    };
    show(
      <BacktestTab table={aTable({ table: "messaging-policy" })} edits={false} linked={false} />,
      "/rules/messaging-policy/backtest?backtest=b-1",
    );
    expect(await screen.findByText("2 of 3 different answers about messages would be different")).toBeVisible();
    expect(screen.getByTestId("backtest-group")).toHaveTextContent("2 different answers");
  });

  it("tells about whom it decides in ways that no group was made for", async () => {
    const further = { count: 3, conversations: ["c-7"] };
    answers[`GET ${API}/backtest/b-1`] = { ...done, state: "DONE", changed: 3, further, failed: null, failure: null };
    answers["GET /api/v1/conversations/c-7"] = aConversation({ id: "c-7" });
    show(<BacktestTab table={aTable()} edits={false} linked={false} />, "/rules/routing/backtest?backtest=b-1");

    const others = within(await screen.findByTestId("backtest-further"));
    expect(others.getByText("3 decisions")).toBeVisible();
    await userEvent.click(others.getByTestId("backtest-which"));

    expect(await others.findByText("Camille Dubois")).toBeVisible();
    expect(others.getByText("and 2 more")).toBeVisible();
  });

  it("of an earlier version says why in the words of then", async () => {
    answers[`GET ${API}/backtest/b-1`] = { ...done, failed: null };
    show(<BacktestTab table={aTable()} edits={false} linked={false} />, "/rules/routing/backtest?backtest=b-1");

    expect(await screen.findByText("Why: It took too long")).toBeVisible();
  });

  it("that is over for long is said to be gone", async () => {
    show(<BacktestTab table={aTable()} edits linked={false} />, "/rules/routing/backtest?backtest=b-0");

    expect(await screen.findByText("This backtest is not kept any more")).toBeVisible();
  });

  const ofDraft = {
    draft: { id: "d-1", revision: 1, author: "Nadia Haddad", at: "2026-03-02T10:00:00Z" },
    version: null,
  };

  it.each([
    ["the draft as it was tested", [aDraft()], null],
    ["a draft that was saved since", [aDraft({ revision: 2 })], "The draft has been changed since"],
    ["a draft that is gone", [], "The draft is not there any more: it was deployed or deleted"],
  ])("says that it is about %s", async (_, drafts, warning) => {
    answers[`GET ${API}/backtest/b-1`] = { ...done, tested: ofDraft };
    show(<BacktestTab table={aTable({ drafts })} edits linked={false} />, "/rules/routing/backtest?backtest=b-1");

    expect(await screen.findByTestId("backtest-tested")).toHaveTextContent("Of the draft as Nadia Haddad saved it on");
    if (warning === null) expect(screen.queryByTestId("backtest-since")).toBeNull();
    else expect(screen.getByTestId("backtest-since")).toHaveTextContent(warning);
  });

  it.each([
    ["in effect", 3, null],
    ["that was replaced", 2, "Version 3 is in effect meanwhile"],
  ])("says that it is about a version %s", async (_, version, warning) => {
    answers[`GET ${API}/backtest/b-1`] = { ...done, tested: { draft: null, version } };
    show(<BacktestTab table={aTable()} edits linked={false} />, "/rules/routing/backtest?backtest=b-1");

    expect(await screen.findByTestId("backtest-tested")).toHaveTextContent(`Of version ${version}.`);
    if (warning === null) expect(screen.queryByTestId("backtest-since")).toBeNull();
    else expect(screen.getByTestId("backtest-since")).toHaveTextContent(warning);
  });

  it("that runs already is a click away", async () => {
    answers[`POST ${API}/backtest`] = json(
      { status: 409, code: "BACKTEST_RUNNING", backtest: "b-1", table: "routing" },
      409,
    );
    answers[`GET ${API}/backtest/b-1`] = { ...done, state: "RUNNING", failure: null };
    show(<BacktestTab table={aTable()} edits linked={false} />, "/rules/routing/backtest");
    await userEvent.click(screen.getByTestId("backtest-start"));
    expect(await screen.findByText(/Another backtest of yours is running/)).toBeVisible();
    await userEvent.click(screen.getByRole("link", { name: "See the one that is running" }));

    expect(await screen.findByText("10 of 100 conversations")).toBeVisible();
  });
});

it("cancels a backtest that takes too long", async () => {
  const running: Backtest = {
    id: "b-1",
    tested: null,
    state: "RUNNING",
    done: 10,
    total: 100,
    decisions: 10,
    changed: 0,
    notComparable: 0,
    groups: [],
    further: null,
    neverHit: [],
    failed: null,
    failure: null,
  };
  answers[`POST ${API}/backtest`] = json(running, 202);
  answers[`GET ${API}/backtest/b-1`] = running;
  show(<BacktestTab table={aTable()} edits linked={false} />);
  await userEvent.click(screen.getByTestId("backtest-start"));
  expect(await screen.findByText("10 of 100 conversations")).toBeVisible();
  answers[`GET ${API}/backtest/b-1`] = { ...running, state: "CANCELLED" };
  await userEvent.click(await screen.findByRole("button", { name: "Cancel" }));

  expect(await screen.findByText(/It was cancelled/)).toBeVisible();
  expect(calls.some(({ method, path }) => method === "DELETE" && path === `${API}/backtest/b-1`)).toBe(true);
});

it("asks today's table what the table of then was asked", async () => {
  answers[`POST ${API}/test`] = {
    row: 2,
    outputs: { team: "returns", priority: 0 },
    inputs: [],
    rows: [],
    failure: null,
  };
  const decision = {
    table: "routing",
    version: 1,
    row: 1,
    description: null,
    outputs: { team: null, priority: 10 },
    inputs: [{ name: "Text", value: "urgent" }],
    remark: null,
    coded: null,
    at: "2026-03-02T09:00:00Z",
  };
  show(<DecisionToday name="routing" id="c-7" decision={decision} />);
  await waitFor(() => expect(sent(`${API}/test`)).toEqual({ version: 3, recorded: decision.inputs }));

  expect(await screen.findByText("Today: row 2 of version 3")).toBeVisible();
  expect(await screen.findByText("Returns and refunds")).toBeVisible();
  expect(screen.getByText("Then: row 1 of version 1")).toBeVisible();
  expect(screen.queryByText("The same")).toBeNull();
});
