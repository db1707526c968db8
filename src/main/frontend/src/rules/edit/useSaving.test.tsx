import { QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it } from "vitest";
import { createQueryClient } from "../../api/client";
import { aDraftFile } from "../../test/ruleTables";
import { type Call, json, noAnswer, serve, setToken } from "../../test/server";
import { useSaving } from "./useSaving";

let saves: Call[];
let answer: (call: Call) => Response | Promise<Response>;

beforeEach(() => {
  setToken("token");
  saves = [];
  let revision = 1;
  answer = ({ body }) => json(aDraftFile({ revision: ++revision, dmn: JSON.parse(body).dmn }));
  serve((call) => {
    if (call.method !== "PUT") return json([]);
    saves.push(call);
    return answer(call);
  });
});

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={createQueryClient()}>{children}</QueryClientProvider>
);
const opened = () => renderHook(() => useSaving(aDraftFile({ dmn: "a" })), { wrapper });
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

it("leaves nothing behind when the screen is left", async () => {
  const { result, unmount } = opened();
  result.current.changed("b");
  unmount();
  await waitFor(() => expect(sent()).toEqual([{ revision: 1, dmn: "b" }]));
});
