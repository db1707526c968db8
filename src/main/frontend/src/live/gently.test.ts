import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { aConversation, aCustomer, aliceOnline } from "../test/fixtures";
import { applyConversation } from "./apply";
import { PAUSE_MS } from "./gently";
import { keys } from "./queries";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("loads the finished ones once for many that close, and once more after the last", async () => {
  const client = new QueryClient();
  client.setQueryData(keys.me, aliceOnline());
  const load = vi.fn(async () => []);
  const queryKey = [...keys.finished, "CLOSED", ""];
  const stop = new QueryObserver(client, { queryKey, queryFn: load }).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(1);

  for (let n = 0; n < 20; n++) {
    applyConversation(client, aConversation({ id: `c-${n}`, state: "CLOSED" }));
    await vi.advanceTimersByTimeAsync(PAUSE_MS / 100);
  }
  expect(load).toHaveBeenCalledTimes(2);
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);

  await vi.advanceTimersByTimeAsync(3 * PAUSE_MS);
  expect(load).toHaveBeenCalledTimes(3);
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(false);
  stop();
});

it("asks again only for what a closed conversation can be in, and for no search", async () => {
  const client = new QueryClient();
  client.setQueryData(keys.me, aliceOnline());
  const asked: string[] = [];
  const stops = [
    [...keys.finished, "CLOSED", ""],
    [...keys.finished, "IGNORED", ""],
    [...keys.finishedSearch, "CLOSED", "invoice"],
  ].map((queryKey) =>
    new QueryObserver(client, {
      queryKey,
      queryFn: async () => asked.push(queryKey.join(" ")),
      staleTime: 60_000,
    }).subscribe(() => {}),
  );
  await vi.advanceTimersByTimeAsync(1);
  asked.length = 0;

  for (let n = 0; n < 5; n++) {
    applyConversation(client, aConversation({ id: `c-${n}`, state: "CLOSED" }));
    applyConversation(client, aConversation({ id: `c-${n}`, state: "CLOSED", version: 9 + n }));
    await vi.advanceTimersByTimeAsync(3 * PAUSE_MS);
  }

  expect(new Set(asked)).toEqual(new Set(["finished CLOSED "]));
  expect(client.getQueryState([...keys.finishedSearch, "CLOSED", "invoice"])?.isInvalidated).toBe(true);
  for (const stop of stops) stop();
});

it("asks a search again that plainly finds what has been closed", async () => {
  const client = new QueryClient();
  client.setQueryData(keys.me, aliceOnline());
  const load = vi.fn(async () => []);
  const stop = new QueryObserver(client, {
    queryKey: [...keys.finishedSearch, "IGNORED", "Camille"],
    queryFn: load,
    staleTime: 60_000,
  }).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1);

  applyConversation(client, aConversation({ id: "other", state: "IGNORED", customer: aCustomer("u-2", "Bruno") }));
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(1);

  applyConversation(client, aConversation({ id: "hers", state: "IGNORED" }));
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(2);
  stop();
});

it("looks once more for one that was told before it was put away", async () => {
  const client = new QueryClient();
  client.setQueryData(keys.me, aliceOnline());
  const load = vi.fn(async () => []);
  const queryKey = [...keys.finished, "IGNORED", ""];
  const stop = new QueryObserver(client, { queryKey, queryFn: load, staleTime: 60_000 }).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1);

  applyConversation(client, aConversation({ state: "IGNORED" }));
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(3 * PAUSE_MS);

  expect(load).toHaveBeenCalledTimes(3);
  stop();
});
