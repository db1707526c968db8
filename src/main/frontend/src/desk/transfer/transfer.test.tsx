import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createQueryClient } from "../../api/client";
import type { Conversation } from "../../api/types";
import { i18nOf } from "../../i18n/i18n";
import { keys } from "../../live/queries";
import { ToastProvider } from "../../shell/Toasts";
import { aConversation, aliceOnline, BRUNO } from "../../test/fixtures";
import { type Call, json, problem, serve, setToken } from "../../test/server";
import { someTargets } from "../../test/targets";
import { choicesFor, mayHandOn } from "./choices";
import { outlookOf } from "./outlook";
import TransferDialog from "./TransferDialog";

const MINE = aConversation({ campaign: "default" });
let calls: Call[];
let now: Conversation;
let refusal: Response | null;

beforeEach(() => {
  setToken("token");
  now = MINE;
  refusal = null;
  calls = serve(({ path }) => {
    if (path === "/api/v1/transfer-targets?campaign=default") return json(someTargets);
    if (path.endsWith("/transfer"))
      return refusal ?? json({ ...MINE, state: "NEW", assignee: null, version: MINE.version + 1 }, 202);
    return json(now);
  });
});

function open() {
  const onLeft = vi.fn();
  const onClose = vi.fn();
  const client = createQueryClient();
  client.setQueryData(keys.list("mine"), { items: [MINE, aConversation({ id: "c-2" })], more: false });
  render(
    <QueryClientProvider client={client}>
      <ToastProvider>
        <TransferDialog conversation={MINE} onClose={onClose} onLeft={onLeft} />
      </ToastProvider>
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), onLeft, onClose };
}
const sent = () => calls.filter(({ path }) => path.endsWith("/transfer")).map(({ body }) => JSON.parse(body));
const row = async (key: string) => {
  const rows = await screen.findAllByTestId("target");
  const found = rows.find((one) => one.dataset.target === key);
  if (found === undefined) throw new Error(`Expected ${key} among those to choose from, but it is not there`);
  return found;
};

describe("those to choose from", () => {
  it("are who can help first, and neither who has it nor its own campaign", () => {
    expect(choicesFor(MINE, someTargets).map(({ key }) => key)).toEqual([
      "agent:bruno",
      "agent:emil",
      "agent:dora",
      "team:billing",
      "team:night",
      "campaign:sales",
      "assistant",
      "queue",
    ]);
  });

  it("are not the queue where it waits, nor an AI agent that is not there", () => {
    const waiting = aConversation({ state: "WAITING", assignee: null, campaign: "sales" });
    expect(choicesFor(waiting, someTargets).map(({ kind }) => kind)).not.toContain("queue");
    expect(choicesFor(waiting, someTargets).map(({ kind }) => kind)).not.toContain("assistant");
  });

  it("are for who has it, for everybody while it waits, and for those who lead", () => {
    const alice = aliceOnline();
    const brunos = aConversation({ assignee: BRUNO });
    expect(mayHandOn(MINE, alice)).toBe(true);
    expect(mayHandOn(brunos, alice)).toBe(false);
    expect(mayHandOn(brunos, { ...alice, roles: ["SUPERVISOR"] })).toBe(true);
    expect(mayHandOn(aConversation({ state: "WAITING", assignee: null }), alice)).toBe(true);
    expect(mayHandOn(aConversation({ state: "CLOSED" }), alice)).toBe(false);
  });
});

describe("what will happen", () => {
  const choices = choicesFor(MINE, someTargets);
  const outlook = (key: string, language: "en" | "fr" = "en") => {
    const choice = choices.find((one) => one.key === key);
    if (choice === undefined) throw new Error(`Expected a choice ${key}, but there is none`);
    return outlookOf(choice, i18nOf(language));
  };

  it("is said of an agent by presence and room", () => {
    expect(outlook("agent:bruno")).toEqual({ text: "Bruno gets it at once.", doubtful: false });
    expect(outlook("agent:emil").text).toContain("Émile has no room");
    expect(outlook("agent:dora", "fr").text).toContain("Dora est hors ligne");
  });

  it("is said of a team by who of it is there", () => {
    expect(outlook("team:billing")).toEqual({
      text: "Nobody of this team is online: the customer waits until somebody comes.",
      doubtful: true,
    });
    expect(outlook("team:night")).toEqual({ text: "1 agent has room: it goes there at once.", doubtful: false });
  });

  it("is said of an agent by the campaign’s limit, too", () => {
    const limited = { ...someTargets, agents: someTargets.agents.map((one) => ({ ...one, room: false })) };
    const bruno = choicesFor(MINE, limited).find(({ key }) => key === "agent:bruno");
    expect(bruno && outlookOf(bruno, i18nOf("en")).text).toContain("Bruno has no room");
  });

  it("does not promise anybody what is shown to all at once", () => {
    const shown = {
      ...someTargets,
      campaigns: someTargets.campaigns.map((one) => ({ ...one, strategy: "ALL_AT_ONCE" as const, open: true })),
    };
    const text = (own: Conversation, key: string) => {
      const choice = choicesFor(own, shown).find((one) => one.key === key);
      return choice && outlookOf(choice, i18nOf("en")).text;
    };
    const waits = "Nobody is given it: it waits in the queue until somebody takes it.";
    expect(text(MINE, "queue")).toBe(waits);
    expect(text(MINE, "team:night")).toBe(waits);
    expect(text(aConversation({ campaign: "sales" }), "campaign:default")).toBe(waits);
  });

  it("is said of a campaign by its hours", () => {
    expect(outlook("campaign:sales").text).toMatch(/^Its desk is closed until 3 Mar.* Nobody of it is online/);
    expect(outlook("campaign:sales").doubtful).toBe(true);
  });

  it("says that a closed campaign ends what nobody there has room for, where it does", () => {
    const text = (free: number) => {
      const campaigns = someTargets.campaigns.map((one) => ({ ...one, ends: true, crew: { ...one.crew, free } }));
      const choice = choicesFor(MINE, { ...someTargets, campaigns }).find(({ key }) => key === "campaign:sales");
      return choice && outlookOf(choice, i18nOf("en")).text;
    };

    expect(text(0)).toMatch(/^Its desk is closed until 3 Mar.* the conversation will be ended/);
    expect(text(1)).not.toContain("ended");
  });
});

describe("the dialog", () => {
  it("finds a name without its accents and hands on with a note", async () => {
    const { user, onLeft, onClose } = open();
    await row("agent:bruno");

    await user.type(screen.getByRole("searchbox"), "emi");
    expect(screen.getAllByTestId("target")).toHaveLength(1);
    await user.clear(screen.getByRole("searchbox"));
    await user.click(await row("team:night"));
    expect(screen.getByTestId("outlook")).toHaveTextContent("1 agent has room");
    await user.type(screen.getByLabelText("Note (optional)"), "Invoice 42");
    await user.click(screen.getByRole("button", { name: "Hand on" }));

    await waitFor(() => expect(onLeft).toHaveBeenCalledWith("c-2"));
    expect(onClose).toHaveBeenCalled();
    expect(sent()).toEqual([{ to: { team: "night" }, note: "Invoice 42" }]);
    expect(screen.getByText("Conversation with Camille Dubois handed on to Night shift")).toBeVisible();
  });

  it("can be done by keyboard alone, and sends no empty note", async () => {
    const { user, onLeft } = open();
    const bruno = await row("agent:bruno");

    within(bruno).getByRole("radio").focus();
    await user.keyboard(" ");
    await user.click(screen.getByRole("button", { name: "Hand on" }));

    await waitFor(() => expect(onLeft).toHaveBeenCalledWith("c-2"));
    expect(sent()).toEqual([{ to: { agent: "bruno" } }]);
  });

  it("is left by Escape, which first clears what was typed", async () => {
    const { user, onClose } = open();
    await row("agent:bruno");
    await user.type(screen.getByRole("searchbox"), "bru{Escape}");
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByRole("searchbox")).toHaveValue("");

    await user.keyboard("{Escape}");

    expect(onClose).toHaveBeenCalledOnce();
  });

  it("says who was faster, and stays open", async () => {
    refusal = problem(409, "Expected a conversation of your own, but it is in other hands");
    now = { ...MINE, assignee: BRUNO, version: 9 };
    const { user, onLeft } = open();

    await user.click(await row("queue"));
    await user.click(screen.getByRole("button", { name: "Hand on" }));

    expect(await screen.findByTestId("transfer-fault")).toHaveTextContent(
      "Somebody else was faster: Bruno has it now.",
    );
    expect(onLeft).not.toHaveBeenCalled();
  });
});
