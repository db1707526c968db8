import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it } from "vitest";
import type { Conversation, Me } from "../api/types";
import { ALICE, aConversation, aliceOnline, aMessage, anAnswer, BRUNO } from "../test/fixtures";
import { applyConversation, applyMessage, applyPresence } from "./apply";
import type { ConversationList } from "./lists";
import { outbox } from "./outbox";
import { keys } from "./queries";
import type { Transcript } from "./transcript";

let client: QueryClient;
const ids = (name: "mine" | "queue") =>
  client.getQueryData<ConversationList>(keys.list(name))?.items.map(({ id }) => id);
const show = (id: string, ...items: Transcript["items"]) =>
  client.setQueryData<Transcript>(keys.transcript(id), { items, more: false });

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData<Me>(keys.me, aliceOnline());
  for (const name of ["mine", "queue"] as const) {
    client.setQueryData<ConversationList>(keys.list(name), { items: [], more: false });
  }
});

describe("a conversation's change", () => {
  it("moves it from the queue to mine when it is given to me", () => {
    applyConversation(client, aConversation({ id: "a", state: "WAITING", assignee: null, version: 1 }));
    expect(ids("queue")).toEqual(["a"]);

    applyConversation(client, aConversation({ id: "a", state: "ASSIGNED", assignee: ALICE, version: 2 }));

    expect(ids("queue")).toEqual([]);
    expect(ids("mine")).toEqual(["a"]);
  });

  it("takes it from the queue when it is given to another", () => {
    applyConversation(client, aConversation({ id: "a", state: "WAITING", assignee: null, version: 1 }));

    applyConversation(client, aConversation({ id: "a", state: "ASSIGNED", assignee: BRUNO, version: 2 }));

    expect(ids("queue")).toEqual([]);
    expect(ids("mine")).toEqual([]);
  });

  it("does not bring back what has closed when an older one is told again", () => {
    applyConversation(client, aConversation({ id: "a", version: 2 }));
    applyConversation(client, aConversation({ id: "a", state: "CLOSED", version: 3 }));

    const applied = applyConversation(client, aConversation({ id: "a", version: 2 }));

    expect(applied).toBe(false);
    expect(ids("mine")).toEqual([]);
    expect(client.getQueryData<Conversation>(keys.conversation("a"))?.state).toBe("CLOSED");
  });
});

describe("a message", () => {
  it("is new only the first time", () => {
    show("a");

    expect(applyMessage(client, { conversationId: "a", message: aMessage(1) })).toBe(true);
    expect(applyMessage(client, { conversationId: "a", message: aMessage(1) })).toBe(false);
  });

  it("takes the place of the row that waited for its own answer", () => {
    show("a");
    outbox.add("a", { key: "k", text: "Hello", at: "2026-03-02T09:00:00Z", problem: null });

    applyMessage(client, { conversationId: "a", message: anAnswer(1, { text: "Hello" }) });

    expect(outbox.rows("a")).toEqual([]);
  });

  it("leaves the second of two equal answers waiting", () => {
    show("b");
    outbox.add("b", { key: "k1", text: "Hello", at: "2026-03-02T09:00:00Z", problem: null });
    outbox.add("b", { key: "k2", text: "Hello", at: "2026-03-02T09:00:01Z", problem: null });

    applyMessage(client, { conversationId: "b", message: anAnswer(1, { text: "Hello" }) });
    applyMessage(client, { conversationId: "b", message: anAnswer(1, { text: "Hello", status: "SENT" }) });

    expect(outbox.rows("b").map(({ key }) => key)).toEqual(["k2"]);
  });

  it("that I wrote elsewhere leaves what I write here", () => {
    show("d");
    outbox.add("d", { key: "k", text: "Here", at: "2026-03-02T09:00:00Z", problem: null });

    applyMessage(client, { conversationId: "d", message: anAnswer(1, { text: "Elsewhere" }) });

    expect(outbox.rows("d")).toHaveLength(1);
  });

  it("that was sent, or not, has told why: what the tables decided is asked for anew", () => {
    const key = keys.decisions("a");
    const isOutdated = () => client.getQueryState([...key, 3])?.isInvalidated;
    client.setQueryData([...key, 3], []);

    applyMessage(client, { conversationId: "a", message: aMessage(1) });
    applyMessage(client, { conversationId: "a", message: anAnswer(2, { status: "QUEUED" }) });
    expect(isOutdated()).toBe(false);
    applyMessage(client, { conversationId: "a", message: anAnswer(2, { status: "FAILED" }) });
    expect(isOutdated()).toBe(true);
  });

  it("of another agent settles nothing of mine", () => {
    show("c");
    outbox.add("c", { key: "k", text: "Hello", at: "2026-03-02T09:00:00Z", problem: null });

    applyMessage(client, {
      conversationId: "c",
      message: anAnswer(1, { text: "Hello", author: { kind: "AGENT", ...BRUNO } }),
    });

    expect(outbox.rows("c")).toHaveLength(1);
  });

  it("that leaves a hole makes the transcript load again", () => {
    show("a", aMessage(1));

    applyMessage(client, { conversationId: "a", message: aMessage(3) });

    expect(client.getQueryState(keys.transcript("a"))?.isInvalidated).toBe(true);
  });
});

describe("a presence", () => {
  const away = { presence: "AWAY", capacity: 5, load: 0, since: "2026-03-02T10:00:00Z" } as const;

  it("of mine shows in the header", () => {
    applyPresence(client, { agent: ALICE, presence: away });

    expect(client.getQueryData<Me>(keys.me)?.presence).toEqual(away);
  });

  it("of another agent does not", () => {
    applyPresence(client, { agent: BRUNO, presence: away });

    expect(client.getQueryData<Me>(keys.me)?.presence.presence).toBe("ONLINE");
  });
});
