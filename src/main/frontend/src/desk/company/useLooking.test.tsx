import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { look, lookAway, type Watcher } from "../../api/customers";
import { useLooking } from "./useLooking";

vi.mock("../../api/customers", async (original) => ({ ...(await original()), look: vi.fn(), lookAway: vi.fn() }));

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

beforeEach(() => vi.clearAllMocks());

it("looks away only after the last look has arrived, which would undo it", async () => {
  let arrive: (watchers: Watcher[]) => void = () => {};
  vi.mocked(look).mockReturnValue(new Promise((resolve) => (arrive = resolve)));
  vi.mocked(lookAway).mockResolvedValue(undefined);
  const { unmount } = renderHook(() => useLooking("c-1", true), { wrapper });
  await vi.waitFor(() => expect(look).toHaveBeenCalledOnce());

  unmount();
  await Promise.resolve();
  expect(lookAway).not.toHaveBeenCalled();
  arrive([]);

  await vi.waitFor(() => expect(lookAway).toHaveBeenCalledWith("c-1", vi.mocked(look).mock.calls[0]?.[2]));
});

it("looks away although the look failed", async () => {
  vi.mocked(look).mockRejectedValue(new Error("away"));
  vi.mocked(lookAway).mockResolvedValue(undefined);
  const { unmount } = renderHook(() => useLooking("c-1", true), { wrapper });
  await vi.waitFor(() => expect(look).toHaveBeenCalledOnce());

  unmount();

  await vi.waitFor(() => expect(lookAway).toHaveBeenCalledWith("c-1", vi.mocked(look).mock.calls[0]?.[2]));
});

it("looks again only after it has looked away, which would undo it", async () => {
  const order: string[] = [];
  let arrive: (watchers: Watcher[]) => void = () => {};
  vi.mocked(look).mockImplementation((id) => {
    order.push(`look ${id}`);
    return id === "c-1" && order.length === 1 ? new Promise((resolve) => (arrive = resolve)) : Promise.resolve([]);
  });
  vi.mocked(lookAway).mockImplementation(async (id) => {
    order.push(`away ${id}`);
  });
  const { rerender } = renderHook(({ id }) => useLooking(id, true), { wrapper, initialProps: { id: "c-1" } });
  await vi.waitFor(() => expect(look).toHaveBeenCalledOnce());

  rerender({ id: "c-2" });
  rerender({ id: "c-1" });
  arrive([]);

  await vi.waitFor(() => expect(order.filter((said) => said.endsWith("c-1"))).toHaveLength(3));
  expect(order.filter((said) => said.endsWith("c-1"))).toEqual(["look c-1", "away c-1", "look c-1"]);
});
