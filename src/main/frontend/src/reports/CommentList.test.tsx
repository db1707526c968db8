import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import type { Asked } from "../api/reports";
import { json, problem, serve } from "../test/server";
import { CommentList } from "./CommentList";

const ASKED: Asked = { from: "2026-03-01", to: "2026-03-31", zone: "UTC", campaign: "", agent: "", channel: "" };
const SAID = {
  conversation: "c-1",
  openedAt: "2026-03-02T09:00:00Z",
  agent: "Alice",
  score: 5,
  text: "Quick and kind",
};

function show() {
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { retry: false } });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <CommentList asked={ASKED} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

it("does not take comments that could not be loaded for none, and asks again", async () => {
  let works = false;
  serve(() =>
    works ? json({ items: [SAID], page: 0, size: 20, total: 1 }) : problem(500, "Expected the store, but it is away"),
  );
  show();
  expect(screen.queryByText("No customer wrote a comment.")).toBeNull();

  expect(await screen.findByText("The comments could not be loaded.")).toBeVisible();
  expect(screen.queryByText("No customer wrote a comment.")).toBeNull();
  works = true;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByText("Quick and kind")).toBeVisible();
});

it("says that nobody wrote anything once that is known", async () => {
  serve(() => json({ items: [], page: 0, size: 20, total: 0 }));
  show();

  expect(await screen.findByText("No customer wrote a comment.")).toBeVisible();
});
