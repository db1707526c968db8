import { QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../../api/client";
import { aDraftFile } from "../../test/ruleTables";
import { type Call, json, noAnswer, serve, setToken } from "../../test/server";
import { type Lost, useSaving } from "./useSaving";

let saves: Call[];
let answer: (call: Call) => Response | Promise<Response>;

beforeEach(() => {
  setToken("token");
  lost.mockClear();
  saves = [];
  let revision = 1;
  answer = ({ body }) => json(aDraftFile({ revision: ++revision, dmn: JSON.parse(body).dmn }));
  serve((call) => {
    if (call.method !== "PUT") return json([]);
    saves.push(call);
    return answer(call);
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={createQueryClient()}>{children}</QueryClientProvider>
);
const lost = vi.fn<(lost: Lost) => void>();
const opened = () => renderHook(() => useSaving(aDraftFile({ dmn: "a" }), lost), { wrapper });
const sent = () => saves.map(({ body }) => JSON.parse(body));

it("saves by itself, each time from the revision of the last", async () => {
  const { result } = opened();
  result.current.changed("b");
  await waitFor(() => expect(result.current.state).toBe("saved"));
  await waitFor(() => expect(sent()).toEqual([{ revision: 1, dmn: "b" }]));
  result.current.changed("c");
  await waitFor(() => expect(sent()[1]).toEqual({ revision: 2, dmn: "c" }));
});

it("sends what was typed last when several changes follow each other", async () => {
  const { result } = opened();
  result.current.changed("b");
  result.current.changed("bc");
  await result.current.save();
  expect(sent()).toEqual([{ revision: 1, dmn: "bc" }]);
});

it("writes over nobody: it stops, and tells who was faster", async () => {
  answer = () => json({ status: 409, code: "DRAFT_CHANGED", by: { id: "ada", name: "Ada" }, revision: 5 }, 409);
  const { result } = opened();
  result.current.changed("b");
  await result.current.save();
  await waitFor(() => expect(result.current.state).toBe("conflict"));
  result.current.changed("c");
  await result.current.save();
  expect(saves).toHaveLength(1);
  expect(result.current.dmn()).toBe("c");
});

it("tries again what the server did not answer", async () => {
  const taken = answer;
  answer = () => noAnswer();
  const { result } = opened();
  result.current.changed("b");
  await result.current.save();
  await waitFor(() => expect(result.current.state).toBe("failed"));
  answer = taken;
  await result.current.save();
  await waitFor(() => expect(result.current.state).toBe("saved"));
  expect(sent().at(-1)).toEqual({ revision: 1, dmn: "b" });
});

it("does not try again what is refused for good, until it is changed", async () => {
  const taken = answer;
  answer = () => json({ status: 422, code: "NOT_XML" }, 422);
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { result } = opened();
  result.current.changed("b");
  expect(await result.current.save()).toBe(false);
  await waitFor(() => expect(result.current.state).toBe("refused"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saves).toHaveLength(1);

  answer = taken;
  result.current.changed("c");
  expect(await result.current.save()).toBe(true);
  expect(sent()[1]).toEqual({ revision: 1, dmn: "c" });
});

it("is not done before what was typed while it saved is saved, too", async () => {
  const taken = answer;
  let goOn = () => {};
  answer = (call) =>
    new Promise((resolve) => {
      goOn = () => resolve(taken(call));
    });
  const { result } = opened();
  result.current.changed("b");
  const first = result.current.save();
  await waitFor(() => expect(saves).toHaveLength(1));
  answer = taken;
  result.current.changed("bc");
  const second = result.current.save();
  goOn();

  expect(await second).toBe(true);
  expect(await first).toBe(true);
  expect(sent()).toEqual([
    { revision: 1, dmn: "b" },
    { revision: 2, dmn: "bc" },
  ]);
  await waitFor(() => expect(result.current.saved.revision).toBe(3));
});

it("saves nothing that was given up", async () => {
  answer = () => noAnswer();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { result, unmount } = opened();
  result.current.changed("b");
  await result.current.save();
  result.current.giveUp();
  unmount();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saves).toHaveLength(1);
  expect(lost).not.toHaveBeenCalled();
});

it("loses nothing that was given up while it was being saved", async () => {
  let goOn = () => {};
  answer = () =>
    new Promise((resolve) => {
      goOn = () => resolve(json({ status: 404 }, 404));
    });
  const { result, unmount } = opened();
  result.current.changed("b");
  const saving = result.current.save();
  await waitFor(() => expect(saves).toHaveLength(1));
  result.current.giveUp();
  unmount();
  goOn();
  expect(await saving).toBe(false);
  expect(lost).not.toHaveBeenCalled();
});

it.each([
  ["refused", 422],
  ["refused", 403],
  ["conflict", 409],
  ["gone", 404],
])("tells whoever has left that it was %s", async (state, status) => {
  answer = () => json({ status }, status);
  const { result, unmount } = opened();
  result.current.changed("b");
  unmount();
  await waitFor(() => expect(lost).toHaveBeenCalledWith(expect.objectContaining({ dmn: "b", state })));
  expect(lost).toHaveBeenCalledTimes(1);
});

it("saves after a login what the end of the session has held up", async () => {
  const taken = answer;
  answer = () => json({ status: 401 }, 401);
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { result, unmount } = opened();
  result.current.changed("b");
  expect(await result.current.save()).toBe(false);
  await waitFor(() => expect(result.current.state).toBe("failed"));
  unmount();
  answer = taken;
  await vi.advanceTimersByTimeAsync(6_000);
  expect(sent().at(-1)).toEqual({ revision: 1, dmn: "b" });
  expect(lost).not.toHaveBeenCalled();
});

it("does not try for ever for somebody who has left", async () => {
  answer = () => noAnswer();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { result, unmount } = opened();
  result.current.changed("b");
  unmount();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(saves).toHaveLength(4);
  expect(lost).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ dmn: "b", state: "failed" }));
});

it("leaves nothing behind when the screen is left", async () => {
  const { result, unmount } = opened();
  result.current.changed("b");
  unmount();
  await waitFor(() => expect(sent()).toEqual([{ revision: 1, dmn: "b" }]));
});
