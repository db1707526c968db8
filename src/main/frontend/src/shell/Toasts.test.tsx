import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ACTION_MS } from "./ActionToast";
import { ToastProvider, useToast } from "./Toasts";

const undo = vi.fn();

function Resolve() {
  const show = useToast();
  return (
    <>
      <button type="button" onClick={() => show("success", "Resolved", undefined, { label: "Undo", run: undo })}>
        Resolve
      </button>
      <button type="button" onClick={() => show("error", "Not sent")}>
        Fail
      </button>
      <button type="button" onClick={() => show("error", "Lost", undefined, { label: "Keep", run: undo })}>
        Lose
      </button>
    </>
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  undo.mockClear();
  render(
    <ToastProvider>
      <Resolve />
    </ToastProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Resolve" }));
});
afterEach(() => vi.useRealTimers());

const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const isThere = () => screen.queryByText("Resolved") !== null;

it("goes after some seconds", () => {
  wait(ACTION_MS - 1);
  expect(isThere()).toBe(true);
  wait(1);
  expect(isThere()).toBe(false);
});

it("stays while the pointer is on it, and as long as ever afterwards", () => {
  fireEvent.mouseEnter(screen.getByTestId("toast"));
  fireEvent.mouseOver(screen.getByTestId("toast"));
  wait(10 * ACTION_MS);
  expect(isThere()).toBe(true);

  fireEvent.mouseOut(screen.getByTestId("toast"));
  wait(ACTION_MS);
  expect(isThere()).toBe(false);
});

it("stays while its button has the focus", () => {
  const button = screen.getByRole("button", { name: "Undo" });
  act(() => button.focus());
  wait(10 * ACTION_MS);
  expect(isThere()).toBe(true);

  fireEvent.click(button);
  expect(undo).toHaveBeenCalledOnce();
  expect(isThere()).toBe(false);
});

it("stays although more is reported, of which the newest are kept", () => {
  for (let report = 0; report < 4; report++) fireEvent.click(screen.getByRole("button", { name: "Fail" }));

  expect(isThere()).toBe(true);
  expect(screen.getAllByText("Not sent")).toHaveLength(2);
});

it("stays until it is closed when something is lost", () => {
  fireEvent.click(screen.getByRole("button", { name: "Lose" }));
  wait(10 * ACTION_MS);
  expect(isThere()).toBe(false);
  expect(screen.getByRole("alert")).toHaveTextContent("Lost");

  fireEvent.click(screen.getByRole("button", { name: "Keep" }));
  expect(screen.queryByText("Lost")).not.toBeInTheDocument();
});
