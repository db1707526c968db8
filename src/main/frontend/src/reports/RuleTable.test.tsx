import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { createQueryClient } from "../api/client";
import type { Asked, Report } from "../api/reports";
import type { TableName, TableSummary } from "../api/ruleTables";
import { aVersion } from "../test/ruleTables";
import { json, serve } from "../test/server";
import { RuleTable } from "./RuleTable";

const ALL: Asked = { from: "2026-03-01", to: "2026-03-31", zone: "UTC", campaign: "", agent: "", channel: "" };
const table = (name: TableName, rows: number): TableSummary => ({
  table: name,
  rows,
  outdated: false,
  current: aVersion({ table: name, number: 2 }),
  drafts: [],
  planned: [],
});

beforeEach(() => {
  serve(() => json([table("routing", 3), table("messaging-policy", 2)]));
});

function show(rules: Report["rules"], asked: Asked) {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RuleTable report={{ rules } as unknown as Report} asked={asked} />
    </QueryClientProvider>,
  );
}

/** When the tables have come, with the rows of routing that never decided. */
async function rowsShown(): Promise<HTMLElement[]> {
  await screen.findAllByText("0");
  return within(screen.getByTestId("report-rules")).getAllByRole("row").slice(1);
}

const cells = (row: HTMLElement) => [...row.children].map((cell) => cell.textContent);
const bar = (row: HTMLElement) => row.querySelector<HTMLElement>(".reports__fill")?.style.inlineSize;

it("has the rows of the messaging policy, by the message, and says so", async () => {
  show(
    [
      { table: "messaging-policy", version: 2, row: 1, count: 4000 },
      { table: "routing", version: 2, row: 1, count: 30 },
    ],
    ALL,
  );

  expect((await rowsShown()).map(cells)).toEqual([
    ["Messaging policy", "2", "1", "4,000"],
    ["Messaging policy", "2", "2", "0"],
    ["Routing", "2", "1", "30"],
    ["Routing", "2", "2", "0"],
    ["Routing", "2", "3", "0"],
  ]);
  expect(screen.getByText(/messages that were sent or refused/)).toBeVisible();
});

it("compares rows with those of their own table", async () => {
  show(
    [
      { table: "messaging-policy", version: 2, row: 1, count: 4000 },
      { table: "routing", version: 2, row: 1, count: 30 },
      { table: "routing", version: 2, row: 2, count: 15 },
    ],
    ALL,
  );

  expect((await rowsShown()).map(bar)).toEqual(["100%", "0%", "100%", "50%", "0%"]);
});

it.each<Partial<Asked>>([{ campaign: "shop" }, { agent: "alice" }, { channel: "COMMENT" }])(
  "says why the messaging policy is not among the rows of %o alone",
  async (filter) => {
    show([{ table: "routing", version: 2, row: 1, count: 30 }], { ...ALL, ...filter });

    expect((await rowsShown()).map(cells)).toEqual([
      ["Routing", "2", "1", "30"],
      ["Routing", "2", "2", "0"],
      ["Routing", "2", "3", "0"],
    ]);
    expect(screen.getByText(/messaging policy is not among them/)).toBeVisible();
  },
);
