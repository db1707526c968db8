import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it, vi } from "vitest";
import { createQueryClient } from "../api/client";
import { ANY_SCORE, type Filter } from "../api/recordings";
import { json, serve } from "../test/server";
import { RecordingFilters } from "./RecordingFilters";
import { RecordingList } from "./RecordingList";

/** What is archived, and who has left, is among them. */
const CAMPAIGNS = [
  { id: "shop", name: "Shop" },
  { id: "sale", name: "Last year's sale" },
];
const PEOPLE = [
  { id: "bruno", name: "Bruno, who has left" },
  { id: "sofia", name: "Sofia" },
];

function open(filter: Filter) {
  const calls = serve(({ path }) => json(path === "/api/v1/campaign-names" ? CAMPAIGNS : PEOPLE));
  const onFilter = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RecordingFilters filter={filter} onFilter={onFilter} />
    </QueryClientProvider>,
  );
  return { onFilter, calls };
}

it("shows the seldom ones when they are asked for", async () => {
  open({});
  expect(screen.getByLabelText("Words")).toBeVisible();
  expect(screen.getByLabelText("State")).not.toBeVisible();

  await userEvent.click(screen.getByRole("button", { name: "More filters" }));

  expect(screen.getByLabelText("State")).toBeVisible();
  expect(screen.getByRole("button", { name: "Fewer filters" })).toHaveAttribute("aria-expanded", "true");
});

it("says by what the list is narrowed down, and takes one of them away", async () => {
  const { onFilter } = open({ q: "invoice", from: "2026-03-02", campaign: "shop", score: ANY_SCORE });

  expect(await screen.findByText("Campaign: Shop")).toBeInTheDocument();
  expect(screen.getByText("Words: invoice")).toBeInTheDocument();
  expect(screen.getByText("Opened from: 2 March 2026")).toBeInTheDocument();
  expect(screen.getByText("Score: With a score")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "More filters (2 active)" })).toBeInTheDocument();

  await userEvent.click(screen.getByRole("button", { name: "Remove the filter Words: invoice" }));
  expect(onFilter).toHaveBeenCalledWith({ from: "2026-03-02", campaign: "shop", score: ANY_SCORE });
});

it("offers who has left and campaigns of the past, and asks nothing of the monitor", async () => {
  const { onFilter, calls } = open({});
  await userEvent.click(screen.getByRole("button", { name: "More filters" }));
  await screen.findByRole("option", { name: "Bruno, who has left" });

  await userEvent.selectOptions(screen.getByLabelText("Agent"), "bruno");
  await userEvent.selectOptions(screen.getByLabelText("Campaign"), "sale");
  await userEvent.click(screen.getByTestId("recordings-find"));

  expect(onFilter).toHaveBeenCalledWith({ assignee: "bruno", campaign: "sale" });
  expect(calls.map(({ path }) => path).sort()).toEqual(["/api/v1/campaign-names", "/api/v1/user-names"]);
});

it("clears all of them at once", async () => {
  const { onFilter } = open({ tag: "vip", customer: "Ada" });

  await userEvent.click(screen.getByRole("button", { name: "Clear all" }));

  expect(onFilter).toHaveBeenCalledWith({});
});

it("keeps what is typed when another filter is taken away", async () => {
  const calls = serve(({ path }) => json(path.endsWith("-names") ? [] : { items: [], total: 0 }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={["/supervision/recordings?tag=vip"]}>
        <RecordingList />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "More filters (1 active)" }));
  await userEvent.type(screen.getByLabelText("Words"), "refund");
  await userEvent.click(screen.getByRole("button", { name: "Remove the filter Tag: vip" }));

  await waitFor(() => expect(screen.queryByTestId("recordings-active")).not.toBeInTheDocument());
  expect(screen.getByLabelText("Words")).toHaveValue("refund");
  expect(screen.getByLabelText("Tag")).toHaveValue("");
  expect(screen.getByLabelText("Tag")).toBeVisible();
  await userEvent.click(screen.getByTestId("recordings-find"));
  expect(await screen.findByText("Words: refund")).toBeInTheDocument();
  await waitFor(() => expect(calls.map(({ path }) => path).join()).toContain("q=refund"));
  await userEvent.click(screen.getByRole("button", { name: "Clear all" }));
  await waitFor(() => expect(screen.getByLabelText("Words")).toHaveValue(""));
});

it("leads from a filter taken away to the next one, and at last to the others", async () => {
  serve(({ path }) => json(path.endsWith("-names") ? [] : { items: [], total: 0 }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={["/supervision/recordings?customer=Ada&tag=vip&q=refund"]}>
        <RecordingList />
      </MemoryRouter>
    </QueryClientProvider>,
  );

  await userEvent.click(screen.getByRole("button", { name: "Remove the filter Customer: Ada" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Remove the filter Tag: vip" })).toHaveFocus());
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByRole("button", { name: "Remove the filter Words: refund" })).toHaveFocus());
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByTestId("recordings-more")).toHaveFocus());
});
