import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { aConversation, aliceOnline } from "../test/fixtures";
import { applyConversation } from "./apply";
import { PAUSE_MS } from "./gently";
import { keys } from "./queries";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("loads the finished ones once for many that close, and once more after the last", async () => {
  const client = new QueryClient();
  client.setQueryData(keys.me, aliceOnline());
  const load = vi.fn(async () => []);
  const stop = new QueryObserver(client, { queryKey: keys.finished, queryFn: load }).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(1);

  for (let n = 0; n < 20; n++) {
    applyConversation(client, aConversation({ id: `c-${n}`, state: "CLOSED" }));
    await vi.advanceTimersByTimeAsync(PAUSE_MS / 100);
  }
  expect(load).toHaveBeenCalledTimes(2);
  expect(client.getQueryState(keys.finished)?.isInvalidated).toBe(true);

  await vi.advanceTimersByTimeAsync(3 * PAUSE_MS);
  expect(load).toHaveBeenCalledTimes(3);
  expect(client.getQueryState(keys.finished)?.isInvalidated).toBe(false);
  stop();
});
