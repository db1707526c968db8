import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import type { Conversation } from "../api/types";
import { aConversation } from "../test/fixtures";
import { ConversationItem } from "./ConversationItem";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-03-02T10:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

function show(changes: Partial<Conversation>, waiting = false) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <ConversationItem me="alice" conversation={aConversation(changes)} waiting={waiting} open={false} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return screen.getByText((_, element) => element?.tagName === "TIME");
}

const ANSWERED = {
  queuedAt: "2026-03-02T08:00:00Z",
  firstResponseAt: "2026-03-02T08:05:00Z",
  lastActivityAt: "2026-03-02T09:58:00Z",
};

it("says how long the customer has been waiting for an answer, however often they write", () => {
  const time = show({ ...ANSWERED, unanswered: 3, unansweredSince: "2026-03-02T09:40:00Z" });

  expect(time).toHaveTextContent("waiting for 20 min");
  expect(time).toHaveAttribute("title", expect.stringContaining("Waiting for an answer since"));
});

it("counts the wait of who is in the queue from what they wrote first", () => {
  const queued = { ...ANSWERED, state: "WAITING", assignee: null, unanswered: 1 } as const;

  expect(show({ ...queued, unansweredSince: "2026-03-02T09:30:00Z" }, true)).toHaveTextContent("30 min");
});

it("tells the last activity where nobody waits", () => {
  const time = show({ ...ANSWERED, unanswered: 0, unansweredSince: null });

  expect(time).toHaveTextContent(/^2 min$/);
  expect(time).toHaveAttribute("title", expect.stringContaining("Last activity"));
});

it("colours the wait when the answer is overdue", () => {
  const time = show({ ...ANSWERED, unanswered: 1, nextResponseDueAt: "2026-03-02T09:50:00Z" });

  expect(time).toHaveClass("item__time--late");
});

it("shows two tags and how many more there are", () => {
  show({ tags: ["refund", "vip", "delivery", "angry"] });

  expect(screen.getAllByTestId("row-tag").map(({ textContent }) => textContent)).toEqual(["refund", "vip"]);
  expect(screen.getByText("+2")).toHaveAttribute("aria-hidden", "true");
  expect(screen.getByText("delivery, angry")).toBeInTheDocument();
});
