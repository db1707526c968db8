import { expect, it } from "vitest";
import type { TableName, TableSummary } from "../api/ruleTables";
import { aVersion } from "../test/ruleTables";
import { withSilentRows } from "./silentRows";

const table = (name: TableName, rows: number, number: number): TableSummary => ({
  table: name,
  rows,
  outdated: false,
  current: aVersion({ table: name, number }),
  drafts: [],
  planned: [],
});

it("shows the rows that never decided, of the tables as they are now", () => {
  const fired = [
    { table: "routing", version: 2, row: 1, count: 7 },
    { table: "routing", version: 1, row: 3, count: 1 },
  ];

  expect(withSilentRows(fired, [table("routing", 2, 2), table("messaging-policy", 9, 1)])).toEqual([
    { table: "routing", version: 2, row: 1, count: 7 },
    { table: "routing", version: 2, row: 2, count: 0 },
    { table: "routing", version: 1, row: 3, count: 1 },
  ]);
});
