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

const FIRED = [
  { table: "routing", version: 2, row: 1, count: 7 },
  { table: "routing", version: 1, row: 3, count: 1 },
];
const TABLES = [table("routing", 2, 2), table("messaging-policy", 1, 9)];

it("shows the rows that never decided, of the tables as they are now", () => {
  expect(withSilentRows(FIRED, TABLES, false)).toEqual([
    { table: "messaging-policy", version: 9, row: 1, count: 0 },
    { table: "routing", version: 2, row: 1, count: 7 },
    { table: "routing", version: 2, row: 2, count: 0 },
    { table: "routing", version: 1, row: 3, count: 1 },
  ]);
});

it("shows no row of the messaging policy as silent where its messages are not counted", () => {
  expect(withSilentRows(FIRED, TABLES, true).map(({ table }) => table)).toEqual(["routing", "routing", "routing"]);
});
