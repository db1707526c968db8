import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes, useLocation } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import type { Conversation, Me, Message } from "../api/types";
import { changeSettings } from "../shell/settings";
import { ToastProvider } from "../shell/Toasts";
import { ALICE, aConversation, aCustomer, aliceOnline, aMessage, anAnswer } from "../test/fixtures";
import { Line } from "../test/line";
import { type Call, json, noAnswer, nothing, problem, serve, setToken } from "../test/server";
import { someTargets } from "../test/targets";
import { ThemeProvider } from "../theme/theme";
import DeskPage from "./DeskPage";

const CAMILLE = aConversation({ id: "c-1", unanswered: 1 });
const JONAS = aConversation({
  id: "c-2",
  customer: aCustomer("u-2", "Jonas"),
  lastActivityAt: "2026-03-02T08:00:00Z",
});
const TOM = aConversation({ id: "c-3", customer: aCustomer("u-3", "Tom"), state: "WAITING", assignee: null });

const POLICY = {
  windowClosesAt: null,
  now: { allowed: true, type: "RESPONSE", tag: null, code: null, reason: null },
  afterwards: null,
  humanAgentUntil: null,
};

let conversations: Map<string, Conversation>;
let transcript: Message[];
let me: Me;
let calls: Call[];

function change(id: string, changes: Partial<Conversation>): Conversation {
  const before = conversations.get(id) ?? CAMILLE;
  const after = { ...before, ...changes, version: before.version + 1 };
  conversations.set(id, after);
  return after;
}
const tells = (name: string, data: unknown) =>
  act(async () => {
    Line.newest().tells(name, data);
    // The caches tell their readers in the next turn.
    await new Promise((resume) => setTimeout(resume));
  });

function answer({ method, path, body }: Call): Response {
  const all = [...conversations.values()];
  const list = (items: Conversation[]) => json({ items, page: 0, size: 200, total: items.length });
  const id = path.split("/")[4]?.split("?")[0] ?? "";
  if (path === "/api/v1/me") return json(me);
  if (path === "/api/v1/me/presence") return json({ ...me.presence, presence: "ONLINE" });
  if (path.includes("state=WAITING")) return list(all.filter(({ state }) => state === "WAITING"));
  if (path.includes("state=CLOSED")) return list(all.filter(({ state }) => state === "CLOSED"));
  if (path.endsWith("/survey"))
    return json({ askedAt: CAMILLE.openedAt, score: 4, ratedAt: CAMILLE.openedAt, comment: "Quick and kind" });
  if (path.endsWith("/decisions"))
    return json([
      {
        table: "listening",
        version: 3,
        row: 2,
        description: "Everything else",
        outputs: { listen: true, campaign: "sales" },
        remark: null,
        coded: null,
        at: CAMILLE.openedAt,
      },
    ]);
  if (path.endsWith("/campaign-names")) return json([{ id: "sales", name: "Sales" }]);
  if (path.split("?")[0]?.endsWith("/transfer-targets")) return json(someTargets);
  if (path.startsWith("/api/v1/queue"))
    return json({ items: [{ conversation: "c-3", position: 7 }], page: 0, size: 200, total: 1 });
  if (path.endsWith("/queue")) return json({ campaign: "sales", position: 2, since: CAMILLE.openedAt });
  if (path.includes("assignee=me")) return list(all.filter(({ assignee }) => assignee?.id === ALICE.id));
  if (path.endsWith("/claim")) return json(change(id, { state: "ASSIGNED", assignee: ALICE }));
  if (path.endsWith("/reopen")) return json(change(id, { state: "ASSIGNED" }));
  if (path.endsWith("/resolve")) return json(change(id, { state: "CLOSING" }), 202);
  if (path.endsWith("/retry")) return json({ ...transcript[0], status: "QUEUED", reason: null });
  if (path.endsWith("/messaging-policy")) return json(POLICY);
  if (path.endsWith("/watch") || path.endsWith("/earlier") || path.endsWith("/tags")) return json([]);
  if (path.endsWith("/me/mentions")) return json({ items: [], unseen: 0 });
  if (path.endsWith("/customer-fields")) return json({ fields: [], version: 0 });
  if (path.startsWith("/api/v1/customers/"))
    return json({ page: "p-1", id: "u-1", tags: [], fields: {}, blocked: null, acts: [], version: 0 });
  if (path.endsWith("/seen") || path.endsWith("/typing")) return nothing();
  if (path.includes("/messages") && method === "POST") {
    const stored = anAnswer(transcript.length + 1, { text: (JSON.parse(body) as { text: string }).text });
    transcript.push(stored);
    return json(stored, 202);
  }
  if (path.includes("/messages")) return json({ items: id === "c-1" ? transcript : [], more: false });
  return conversations.has(id)
    ? json(conversations.get(id))
    : problem(404, "Expected a conversation, but there is none");
}

const Place = () => <p data-testid="place">{useLocation().pathname + useLocation().search}</p>;
function open(path = "/desk") {
  render(
    <ThemeProvider>
      <ToastProvider>
        <QueryClientProvider client={createQueryClient()}>
          <MemoryRouter initialEntries={[path]}>
            <Place />
            <Routes>
              <Route path="/desk/:id?" element={<DeskPage />} />
              <Route path="*" element={null} />
            </Routes>
          </MemoryRouter>
        </QueryClientProvider>
      </ToastProvider>
    </ThemeProvider>,
  );
}
/** Whether the tab closes without a question. */
const wouldClose = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
const items = () => screen.getAllByTestId("conversation-item").map((item) => item.dataset.id);
const messages = () => screen.getAllByTestId("message").map((one) => [one.dataset.direction, one.dataset.status]);

beforeEach(() => {
  setToken("token");
  me = aliceOnline();
  vi.stubGlobal("EventSource", Line);
  conversations = new Map([CAMILLE, JONAS, TOM].map((conversation) => [conversation.id, conversation]));
  transcript = [aMessage(1)];
  calls = serve(answer);
});

describe("the desk", () => {
  it("shows what is mine and how much waits", async () => {
    open();

    await screen.findAllByTestId("conversation-item");

    expect(items()).toEqual(["c-1", "c-2"]);
    expect(screen.getByTestId("tab-queue")).toHaveTextContent("1");
    expect(document.title).toBe("(1) Pupitre");
  });

  it("says that all is done to who has resolved everything, and that nothing came yet to who has not", async () => {
    conversations.clear();
    open();
    expect(await screen.findByText("No conversation yet")).toBeVisible();

    await tells("conversation", { ...CAMILLE, unanswered: 0 });
    change("c-1", { state: "CLOSED" });
    await tells("conversation", conversations.get("c-1"));

    expect(await screen.findByText("All done", undefined, { timeout: 5_000 })).toBeVisible();
  });

  it("leads the keyboard to the answer of a conversation that was taken", async () => {
    open("/desk/c-3");

    await userEvent.click(await screen.findByTestId("claim"));

    await waitFor(() => expect(screen.getByTestId("composer")).toHaveFocus());
  });

  it("says why nothing comes to an agent who is not online, and mends it", async () => {
    me = { ...me, presence: { ...me.presence, presence: "OFFLINE" } };
    open();

    const hint = within(await screen.findByTestId("not-online"));
    expect(hint.getByText("You are offline: nothing new is given to you.")).toBeVisible();
    await userEvent.click(hint.getByRole("button", { name: "Go online" }));

    await waitFor(() => expect(screen.queryByTestId("not-online")).toBeNull());
    expect(calls.find(({ method }) => method === "PUT")?.body).toBe('{"presence":"ONLINE"}');
  });

  it("follows an answer from the composer to the customer's eyes", async () => {
    open("/desk/c-1");
    await userEvent.type(await screen.findByTestId("composer"), "Hello{Enter}");
    await waitFor(() =>
      expect(messages()).toEqual([
        ["IN", "RECEIVED"],
        ["OUT", "QUEUED"],
      ]),
    );

    for (const status of ["SENT", "DELIVERED", "READ"] as const) {
      await tells("message", { conversationId: "c-1", message: anAnswer(2, { text: "Hello", status }) });
      expect(messages().at(-1)).toEqual(["OUT", status]);
    }

    expect(screen.getByText("Read")).toBeVisible();
  });

  it("shows a new message at once and says it aloud", async () => {
    open("/desk/c-1");
    await screen.findByTestId("message");

    await tells("message", { conversationId: "c-1", message: aMessage(2, { text: "Are you there?" }) });

    expect(screen.getByText("Are you there?")).toBeVisible();
    expect(screen.getByTestId("announcement")).toHaveTextContent("New message from Camille Dubois: Are you there?");
  });

  it("numbers those who wait by their turn, and tells the place of the one that is open", async () => {
    open("/desk/c-3");
    await userEvent.click(await screen.findByTestId("tab-queue"));

    expect(await screen.findByText("Place 7 in the whole queue")).toBeInTheDocument();
    expect(await screen.findByText(/^Place 2 in Sales, waiting for /)).toBeVisible();
  });

  it("takes a waiting conversation", async () => {
    open("/desk/c-3");

    await userEvent.click(await screen.findByTestId("claim"));

    expect(await screen.findByTestId("composer")).toBeVisible();
    expect(items()).toContain("c-3");
    expect(screen.queryByTestId("claim")).toBeNull();
  });

  it("shows that a resolved conversation closes, then opens the next", async () => {
    open("/desk/c-1");

    await userEvent.click(await screen.findByTestId("resolve"));
    await userEvent.click(screen.getByRole("button", { name: "Resolve anyway" }));
    expect(await screen.findByTestId("conversation-state")).toHaveAttribute("data-state", "CLOSING");
    expect(screen.getByTestId("resolve")).toBeDisabled();
    await tells("conversation", change("c-1", { state: "CLOSED" }));

    await waitFor(() => expect(screen.getByTestId("place")).toHaveTextContent("/desk/c-2"));
    expect(screen.getByText("Conversation with Camille Dubois resolved")).toBeVisible();
    expect(items()).toEqual(["c-2"]);
  });

  it("takes a resolution back by one click, from wherever one is by then", async () => {
    open("/desk/c-1");
    await userEvent.click(await screen.findByTestId("resolve"));
    await userEvent.click(screen.getByRole("button", { name: "Resolve anyway" }));
    await tells("conversation", change("c-1", { state: "CLOSED" }));
    await waitFor(() => expect(screen.getByTestId("place")).toHaveTextContent("/desk/c-2"));

    await userEvent.click(screen.getByRole("button", { name: "Undo" }));

    await waitFor(() => expect(screen.getByTestId("place")).toHaveTextContent("/desk/c-1"));
    expect(calls.filter(({ path }) => path.endsWith("/c-1/reopen"))).toHaveLength(1);
    expect(items()).toContain("c-1");
  });

  it("offers to take a resolution back to who went on before it was over", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    open("/desk/c-1");
    await userEvent.click(await screen.findByTestId("resolve"));
    await userEvent.click(screen.getByRole("button", { name: "Resolve anyway" }));
    await waitFor(() => expect(screen.getByTestId("conversation-state").dataset.state).toBe("CLOSING"));

    await userEvent.click(screen.getByText("Jonas"));

    expect(await screen.findByText("Conversation with Camille Dubois resolved")).toBeVisible();
    expect(screen.getByTestId("place")).toHaveTextContent("/desk/c-2");
    await act(() => vi.advanceTimersByTimeAsync(1_500));
    expect(screen.getAllByText("Conversation with Camille Dubois resolved")).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(screen.getByTestId("place")).toHaveTextContent("/desk/c-1"));
  });

  it("moves by keys among what the table shows, and turns no tab behind it", async () => {
    changeSettings({ inbox: "table" });
    const inTable = [TOM, JONAS, CAMILLE];
    calls = serve((call) =>
      call.path.includes("sort=ACTIVITY") ? json({ items: inTable, page: 0, size: 50, total: 3 }) : answer(call),
    );
    open();
    expect(await screen.findAllByTestId("ticket")).toHaveLength(3);

    await userEvent.keyboard("{Alt>}4{/Alt}j");

    await waitFor(() => expect(screen.getByTestId("place")).toHaveTextContent("/desk/c-3"));
    expect(await screen.findByTestId("tab-mine")).toHaveAttribute("aria-selected", "true");
  });

  it("asks before it resolves what is unanswered", async () => {
    open("/desk/c-1");

    await userEvent.click(await screen.findByTestId("resolve"));
    expect(screen.getByTestId("resolve-dialog")).toHaveTextContent("The customer’s last message is not answered");
    await userEvent.click(screen.getByRole("button", { name: "Go back" }));

    expect(screen.queryByTestId("resolve-dialog")).toBeNull();
    expect(calls.filter(({ path }) => path.endsWith("/resolve"))).toHaveLength(0);
  });

  it("finds what is over by a name, and shows it without an answer box", async () => {
    conversations.set(
      "c-9",
      aConversation({ id: "c-9", state: "CLOSED", closedAt: CAMILLE.openedAt, customer: aCustomer("u-9", "Zoé") }),
    );
    open();
    await userEvent.click(await screen.findByTestId("tab-finished"));
    await userEvent.type(screen.getByRole("searchbox"), "zo");

    await waitFor(() =>
      expect(calls.map(({ path }) => path)).toContain("/api/v1/conversations?state=CLOSED&page=0&size=30&q=zo"),
    );
    await userEvent.click(await screen.findByText("Zoé"));

    expect(await screen.findByTestId("survey")).toHaveTextContent("Quick and kind");
    expect(screen.getByRole("img", { name: "4 of 5" })).toBeVisible();
    expect(screen.queryByTestId("composer")).toBeNull();
    await userEvent.click(screen.getByText("Why here?"));
    expect(await screen.findByTestId("decision")).toHaveTextContent("Listened to, for the campaign Sales");
    expect(screen.getByTestId("decision")).toHaveTextContent("Listening, row 2 of version 3: Everything else");
  });

  it("stays with a customer who writes while the conversation closes", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    open("/desk/c-1");
    await userEvent.click(await screen.findByTestId("resolve"));
    await userEvent.click(screen.getByRole("button", { name: "Resolve anyway" }));
    await waitFor(() => expect(screen.getByTestId("conversation-state").dataset.state).toBe("CLOSING"));

    await tells("conversation", change("c-1", { state: "ASSIGNED", unanswered: 1 }));
    await act(() => vi.advanceTimersByTimeAsync(1_500));

    expect(screen.getByTestId("place")).toHaveTextContent("/desk/c-1");
    expect(screen.getByTestId("resolve")).toBeEnabled();
  });

  it("marks what did not reach the server in the list, tells of it elsewhere, and sends it from there", async () => {
    let silent = true;
    calls = serve((call) =>
      silent && call.method === "POST" && call.path.endsWith("/c-1/messages") ? noAnswer() : answer(call),
    );
    open("/desk/c-1");
    await userEvent.type(await screen.findByTestId("composer"), "Hello{Enter}");
    expect(await screen.findByTestId("unsent-mark", undefined, { timeout: 10_000 })).toHaveTextContent("Not sent");
    expect(screen.queryByTestId("unsent-again")).toBeNull();
    expect(wouldClose()).toBe(false);

    await userEvent.click(screen.getByText("Jonas"));
    expect(await screen.findByTestId("unsent-banner")).toHaveTextContent("1 answer has not been sent");
    expect(screen.getByTestId("unsent-open")).toHaveTextContent("Camille Dubois");
    silent = false;
    await act(async () => Line.newest().connects());

    await waitFor(() => expect(screen.queryByTestId("unsent-mark")).toBeNull());
    expect(screen.queryByTestId("unsent-again")).toBeNull();
    expect(transcript.at(-1)?.text).toBe("Hello");
    expect(wouldClose()).toBe(true);
  });

  it("shows what did not reach the server though nothing else of the conversation can be read", async () => {
    let silent = true;
    calls = serve((call) => (silent && call.path.includes("/c-1/messages") ? noAnswer() : answer(call)));
    open("/desk/c-1");
    await userEvent.type(await screen.findByTestId("composer"), "Hello{Enter}");

    const failed = await screen.findByText("The conversation could not be loaded.", undefined, { timeout: 10_000 });
    expect(failed).toBeVisible();
    expect(await screen.findByText("Hello")).toBeVisible();
    silent = false;
    await act(async () => Line.newest().connects());

    await waitFor(() => expect(transcript.at(-1)?.text).toBe("Hello"));
  });

  it("offers a failed answer again", async () => {
    transcript = [anAnswer(1, { text: "Lost", status: "FAILED", reason: "The customer cannot be reached." })];
    open("/desk/c-1");
    const failed = await screen.findByTestId("message");
    expect(failed).toHaveTextContent("The customer cannot be reached.");

    await userEvent.click(within(failed).getByRole("button", { name: "Try again" }));

    await waitFor(() => expect(messages()).toEqual([["OUT", "QUEUED"]]));
    expect(calls.filter(({ path }) => path.includes("/messages/")).map(({ path }) => path)).toEqual([
      "/api/v1/conversations/c-1/messages/m-1/retry",
    ]);
  });

  it("leads to the login and back when there is no session", async () => {
    serve(({ path }) => (path === "/api/v1/me" ? problem(401, "Expected a login") : nothing()));

    open("/desk/c-1");

    await waitFor(() => expect(screen.getByTestId("place")).toHaveTextContent("/login?from=%2Fdesk%2Fc-1"));
  });
});
