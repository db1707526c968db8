import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import type { Asked, Figures, Measure, Report } from "../api/reports";
import { json, serve } from "../test/server";
import { CommentList } from "./CommentList";
import { SourceTable } from "./SourceTable";
import { Tiles } from "./Tiles";

const ASKED: Asked = { from: "2026-03-01", to: "2026-03-31", zone: "UTC", campaign: "shop", agent: "", channel: "" };
const NONE: Measure = { count: 0, average: null, p50: null, p90: null };
const figures = (changes: Partial<Figures>): Figures => ({
  opened: 0,
  ignored: 0,
  answered: 0,
  contained: 0,
  assistant: 0,
  abandoned: 0,
  unanswered: 0,
  due: 0,
  inTime: 0,
  waiting: NONE,
  waitingInHours: NONE,
  waitingAfterAssistant: NONE,
  waitingWithoutAssistant: NONE,
  firstResponse: NONE,
  firstResponseInHours: NONE,
  firstAnswer: NONE,
  assistantResponse: NONE,
  handling: NONE,
  scores: [0, 0, 0, 0, 0],
  score: null,
  comments: 0,
  ...changes,
});

it("has what customers wrote, each with its score, its agent and the way to its conversation", async () => {
  const said = { openedAt: "2026-03-02T09:00:00Z", score: 1, text: "Nobody listened" };
  const calls = serve(() =>
    json({
      items: [
        { ...said, conversation: "c-1", agent: "Alice" },
        { ...said, conversation: "c-2", agent: null, score: 5, text: "Fast" },
      ],
      page: 0,
      size: 20,
      total: 2,
    }),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <CommentList asked={ASKED} />
      </MemoryRouter>
    </QueryClientProvider>,
  );

  const rows = within(await screen.findByTestId("report-comments")).getAllByRole("listitem");
  expect(rows).toHaveLength(2);
  expect(rows[0]).toHaveTextContent("Nobody listened");
  expect(rows[0]).toHaveTextContent("1 of 5 · Alice");
  expect(within(rows[0] as HTMLElement).getByRole("link")).toHaveAttribute("href", "/desk/c-1");
  expect(rows[1]).toHaveTextContent("Fast");
  expect(rows[1]).toHaveTextContent("5 of 5 ·");
  expect(rows[1]).not.toHaveTextContent("Alice");
  expect(calls[0]?.path).toBe(
    "/api/v1/reports/comments?from=2026-03-01&to=2026-03-31&zone=UTC&campaign=shop&page=0&size=20",
  );
});

it("has the ads and links that brought customers, and how it went on", () => {
  const report = {
    sources: [
      { kind: "link", ref: "spring", figures: figures({ opened: 1200, answered: 3, abandoned: 2 }) },
      { kind: "ad", ref: "600001", figures: figures({ opened: 4 }) },
      { kind: "link", ref: "", figures: figures({ opened: 5 }) },
    ],
  } as unknown as Report;
  render(<SourceTable report={report} asked={ASKED} />);

  const rows = within(screen.getByTestId("report-sources")).getAllByRole("row").slice(1);
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ["Link spring", "1,200", "3", "2"],
    ["Ad 600001", "4", "0", "0"],
    ["Links of one or two conversations", "5", "0", "0"],
  ]);
});

it("tells waiting apart by opening hours and AI agents", () => {
  const measure = (p50: number): Measure => ({ count: 3, average: 60, p50, p90: 120 });
  render(
    <Tiles
      figures={figures({
        waiting: measure(40),
        waitingInHours: measure(30),
        waitingAfterAssistant: measure(20),
        waitingWithoutAssistant: measure(10),
      })}
    />,
  );

  const tile = (name: string) => screen.getByText(name).parentElement;
  expect(tile("Waiting time")).toHaveTextContent("40 s");
  expect(tile("Waiting time")).toHaveTextContent("in queues for a human agent, at any hour");
  expect(tile("Waiting time, opening hours only")).toHaveTextContent("30 s");
  expect(tile("Waiting time after an AI agent")).toHaveTextContent("20 s");
  expect(tile("Waiting time without an AI agent")).toHaveTextContent("10 s");
});

it("tells no figure where nothing was counted", () => {
  render(<Tiles figures={figures({ opened: 2 })} />);

  const handling = screen.getByText("Handling time").parentElement;
  expect(handling).toHaveTextContent("Handling time–nothing to count in this period");
  expect(screen.getByText("Abandonment").parentElement).toHaveTextContent("0%");
});
