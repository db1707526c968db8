import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { aConversation } from "../../test/fixtures";
import { type Call, noAnswer, nothing, problem, serve, setToken } from "../../test/server";
import { useOpened } from "./usePresenceSignals";

let calls: Call[];
let answer: () => Response | Promise<Response>;
const conversation = aConversation({ id: "c-1", state: "ASSIGNED" });
const opened = () => calls.filter(({ path }) => path === "/api/v1/conversations/c-1/opened").length;
const later = () => act(() => vi.advanceTimersByTimeAsync(60_000));

beforeEach(() => {
  vi.useFakeTimers();
  setToken("token");
  calls = serve(() => answer());
});

it.each([
  ["is not there for the moment", () => problem(503, "Not now", { "Retry-After": "20" })],
  ["does not answer", noAnswer],
])("tells again that a conversation was opened when the server %s", async (_, failure) => {
  answer = failure;
  renderHook(() => useOpened(conversation, true));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(opened()).toBe(1);

  answer = nothing;
  await later();
  await later();

  expect(opened()).toBe(2);
});

it("does not insist when the conversation is not theirs any more", async () => {
  answer = () => problem(409, "It is with somebody else");
  renderHook(() => useOpened(conversation, true));

  await later();

  expect(opened()).toBe(1);
});

it("stops when the conversation is left", async () => {
  answer = noAnswer;
  const { unmount } = renderHook(() => useOpened(conversation, true));
  await act(() => vi.advanceTimersByTimeAsync(0));

  unmount();
  await later();

  expect(opened()).toBe(1);
});
