import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { anAnswer } from "../test/fixtures";
import { json, noAnswer, problem, serve, setToken } from "../test/server";
import { outbox } from "./outbox";
import { keys } from "./queries";
import { send, sendAgain, sendAllAgain } from "./sender";
import { forgetStored } from "./stored";
import type { Transcript } from "./transcript";

let conversation = 0;
let id: string;
const client = new QueryClient();
const problems = () => outbox.rows(id).map(({ text, problem }) => [text, problem?.kind]);
const bodies = (calls: { body: string }[]) =>
  calls.map(({ body }) => JSON.parse(body) as { text: string; key: string });

beforeEach(() => {
  forgetStored();
  id = `c-${++conversation}`;
  setToken("token");
  client.setQueryData<Transcript>(keys.transcript(id), { items: [], more: false });
});

describe("answers on their way to the server", () => {
  it("move from the outbox to the transcript once stored", async () => {
    serve(() => json(anAnswer(1, { text: "Hello" }), 202));

    send(client, id, { text: "Hello" });

    expect(problems()).toEqual([["Hello", undefined]]);
    await vi.waitFor(() => expect(outbox.rows(id)).toEqual([]));
    expect(client.getQueryData<Transcript>(keys.transcript(id))?.items).toMatchObject([{ text: "Hello" }]);
  });

  it("are refused for a reason that the decisions then have, too", async () => {
    serve(() =>
      json({ status: 409, type: "https://pupitre.dev/problems/messaging-policy", code: "WINDOW_CLOSED" }, 409),
    );
    const key = [...keys.decisions(id), 1];
    client.setQueryData(key, []);

    send(client, id, { text: "Hello" });

    await vi.waitFor(() => expect(problems()).toEqual([["Hello", "policy"]]));
    expect(client.getQueryState(key)?.isInvalidated).toBe(true);
  });

  it("go one at a time, in the order they were written", async () => {
    let under = 0;
    let most = 0;
    const calls = serve(async ({ body }) => {
      most = Math.max(most, ++under);
      await new Promise((resume) => setTimeout(resume, 5));
      under--;
      const { text, key } = JSON.parse(body) as { text: string; key: string };
      return json(anAnswer(1, { id: key, text }), 202);
    });

    for (const text of ["one", "two", "three"]) send(client, id, { text });

    await vi.waitFor(() => expect(outbox.rows(id)).toEqual([]));
    expect(bodies(calls).map(({ text }) => text)).toEqual(["one", "two", "three"]);
    expect(most).toBe(1);
  });

  it("are tried again with the same key while the server is silent", async () => {
    vi.useFakeTimers();
    const calls = serve(() => (calls.length < 3 ? noAnswer() : json(anAnswer(1), 202)));

    send(client, id, { text: "Hello" });
    await vi.runAllTimersAsync();

    expect(outbox.rows(id)).toEqual([]);
    expect(calls).toHaveLength(3);
    expect(new Set(bodies(calls).map(({ key }) => key)).size).toBe(1);
  });

  it("wait behind one that got no answer, and none is lost", async () => {
    vi.useFakeTimers();
    let silent = true;
    const calls = serve(({ body }) => {
      const { key, text } = JSON.parse(body) as { key: string; text: string };
      return silent ? noAnswer() : json(anAnswer(1, { id: key, text }), 202);
    });
    send(client, id, { text: "one" });
    send(client, id, { text: "two" });
    await vi.runAllTimersAsync();
    expect(problems()).toEqual([
      ["one", "noAnswer"],
      ["two", "noAnswer"],
    ]);
    const keyOfOne = bodies(calls)[0]?.key;

    silent = false;
    calls.length = 0;
    sendAgain(client, id);
    await vi.runAllTimersAsync();

    expect(outbox.rows(id)).toEqual([]);
    expect(bodies(calls).map(({ text }) => text)).toEqual(["one", "two"]);
    expect(bodies(calls)[0]?.key).toBe(keyOfOne);
  });

  it("are not repeated when the server refuses", async () => {
    const calls = serve(() => problem(409, "Expected the assignee"));

    send(client, id, { text: "Hello" });

    await vi.waitFor(() => expect(problems()).toEqual([["Hello", "conflict"]]));
    expect(calls).toHaveLength(1);
  });

  it("wait with an earlier one that failed, and say so", async () => {
    serve(() => problem(409, "Expected the assignee"));
    send(client, id, { text: "Hello" });
    await vi.waitFor(() => expect(problems()).toEqual([["Hello", "conflict"]]));

    send(client, id, { text: "Anybody?" });

    expect(problems()).toEqual([
      ["Hello", "conflict"],
      ["Anybody?", "conflict"],
    ]);
  });

  it("keep the server's reason", async () => {
    serve(() => problem(400, "Expected at most 2000 characters"));

    send(client, id, { text: "Hello" });

    await vi.waitFor(() =>
      expect(outbox.rows(id)[0]?.problem).toEqual({ kind: "refused", detail: "Expected at most 2000 characters" }),
    );
  });

  it("go in every conversation when the line is back, and not only in the one that is open", async () => {
    vi.useFakeTimers();
    let silent = true;
    const calls = serve(() => (silent ? noAnswer() : json(anAnswer(1), 202)));
    const other = `${id}-other`;
    send(client, id, { text: "Hello" });
    send(client, other, { text: "Good day" });
    await vi.runAllTimersAsync();
    expect([...outbox.all().keys()]).toEqual([id, other]);
    silent = false;
    calls.length = 0;

    sendAllAgain(client);
    await vi.runAllTimersAsync();

    expect(outbox.all().size).toBe(0);
    expect(bodies(calls).map(({ text }) => text)).toEqual(["Hello", "Good day"]);
  });

  it("go, too, where the line was back while the last try still failed", async () => {
    vi.useFakeTimers();
    const calls = serve(() => (calls.length <= 3 ? noAnswer() : json(anAnswer(1), 202)));
    send(client, id, { text: "Hello" });

    sendAllAgain(client);
    await vi.runAllTimersAsync();

    expect(outbox.rows(id)).toEqual([]);
    expect(calls).toHaveLength(4);
  });

  it("are offered, and do not go by themselves, once they are old", async () => {
    vi.useFakeTimers();
    const calls = serve(() => noAnswer());
    send(client, id, { text: "Hello" });
    await vi.runAllTimersAsync();
    calls.length = 0;

    vi.setSystemTime(Date.now() + 31 * 60_000);
    sendAllAgain(client);
    await vi.runAllTimersAsync();

    expect(calls).toHaveLength(0);
    expect(problems()).toEqual([["Hello", "noAnswer"]]);
  });

  it("wait for the next login where the session has ended", async () => {
    serve(() => problem(401, "Expected a login"));

    send(client, id, { text: "Hello" });

    await vi.waitFor(() => expect(problems()).toEqual([["Hello", "noAnswer"]]));
  });

  it("can be sent again after the page was left", async () => {
    serve(() => new Promise<Response>(() => {}));
    send(client, id, { text: "Hello" });
    vi.resetModules();

    const later = await import("./outbox");

    expect(later.outbox.rows(id)).toMatchObject([{ text: "Hello", problem: { kind: "noAnswer" } }]);
  });

  it("are not lost where another tab adds one while the server takes the first", async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const calls = serve(async ({ body }) => {
      await arrived;
      const { text, key } = JSON.parse(body) as { text: string; key: string };
      return json(anAnswer(1, { id: key, text }), 202);
    });
    send(client, id, { text: "one" });
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    vi.resetModules();
    const other = await import("./outbox");
    other.outbox.add(id, { text: "two", key: "two", at: new Date().toISOString(), problem: null });

    arrive();

    await vi.waitFor(() => expect(bodies(calls).map(({ text }) => text)).toEqual(["one", "two"]));
    await vi.waitFor(() => expect(outbox.rows(id)).toEqual([]));
  });

  it("fail with those that another tab has added meanwhile", async () => {
    let refuse = () => {};
    const refused = new Promise<void>((resolve) => {
      refuse = resolve;
    });
    const calls = serve(async () => {
      await refused;
      return problem(409, "Expected the assignee");
    });
    send(client, id, { text: "one" });
    await vi.waitFor(() => expect(calls).toHaveLength(1));
    vi.resetModules();
    const other = await import("./outbox");
    other.outbox.add(id, { text: "two", key: "two", at: new Date().toISOString(), problem: null });

    refuse();

    await vi.waitFor(() => expect(problems().map(([text]) => text)).toEqual(["one", "two"]));
    expect(problems()[1]).toEqual(["two", "conflict"]);
    expect(calls).toHaveLength(1);
  });

  it("are sent by one of two tabs, where the browser lets them take turns", async () => {
    let turn = Promise.resolve();
    const request = vi.fn((_: string, work: () => Promise<void>) => {
      turn = turn.catch(() => {}).then(work);
      return turn;
    });
    vi.stubGlobal("navigator", { locks: { request } });
    serve(() => noAnswer());
    vi.useFakeTimers();
    send(client, id, { text: "Hello" });
    await vi.runAllTimersAsync();
    vi.resetModules();
    const other = { ...(await import("./sender")), ...(await import("./outbox")) };
    expect(other.outbox.rows(id)).toHaveLength(1);
    const stored = serve(() => json(anAnswer(1), 202));

    sendAllAgain(client);
    other.sendAllAgain(client);
    await vi.runAllTimersAsync();

    expect(stored).toHaveLength(1);
    expect(outbox.rows(id)).toEqual([]);
    expect(other.outbox.rows(id)).toEqual([]);
    expect(request).toHaveBeenCalledWith(`pupitre.unsent.${id}`, expect.any(Function));
  });
});
