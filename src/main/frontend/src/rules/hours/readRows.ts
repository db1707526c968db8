import { readCell } from "../studio/condition";
import { type DmnRow, type DmnTable, isAny } from "../studio/dmn";
import { daysOf, timesOf } from "./cells";
import type { Segment } from "./segments";

/** Where in a row the parts of an hours table stand. */
export type Columns = {
  schedule: number;
  date: number;
  weekday: number;
  time: number;
  open: number;
  message: number;
  inputs: number;
  all: number;
};
export type Dates = { from: string; to: string };
/** A row, as far as one schedule is concerned. */
export type Rule = {
  row: DmnRow;
  /** Whether it is for this schedule alone, for some that are named, or for all. */
  scope: "own" | "some" | "all";
  schedules: readonly string[];
  /** Null of every week's. */
  dates: Dates | null;
  days: readonly number[];
  segments: readonly Segment[];
  open: boolean;
};

export function columnsOf({ inputs, outputs }: DmnTable): Columns | null {
  const input = (expression: string) => inputs.findIndex((column) => column.expression === expression);
  const output = (name: string) => inputs.length + outputs.findIndex((column) => column.expression === name);
  const columns = {
    schedule: input("schedule"),
    date: input("date(localDate)"),
    weekday: input("weekday"),
    time: input("time(localTime)"),
    open: output("open"),
    message: output("message"),
  };
  const all = inputs.length + outputs.length;
  const missing = Object.entries(columns).some(([name, at]) =>
    name === "open" || name === "message" ? at < inputs.length : at < 0,
  );
  return missing ? null : { ...columns, inputs: inputs.length, all };
}

function datesOf(cell: string): Dates | null | "free" {
  const condition = readCell(cell);
  if (condition.kind === "any") return null;
  return condition.kind === "dates" && condition.from <= condition.to
    ? { from: condition.from, to: condition.to }
    : "free";
}

/** What a row says of a schedule: "elsewhere" where it is about others, "free" where this view has no words for it. */
export function ruleOf(row: DmnRow, schedule: string, columns: Columns): Rule | "elsewhere" | "free" {
  const cell = (at: number) => row.cells[at] ?? "";
  const named = readCell(cell(columns.schedule));
  if (named.kind === "values" && named.values.includes(schedule) === named.not) return "elsewhere";
  const known = [columns.schedule, columns.date, columns.weekday, columns.time];
  const days = daysOf(cell(columns.weekday));
  const segments = timesOf(cell(columns.time));
  const dates = datesOf(cell(columns.date));
  const open = cell(columns.open).trim();
  if (
    (named.kind !== "any" && (named.kind !== "values" || named.not)) ||
    days === null ||
    segments === null ||
    dates === "free" ||
    (open !== "true" && open !== "false") ||
    row.cells.slice(0, columns.inputs).some((other, at) => !known.includes(at) && !isAny(other.trim()))
  )
    return "free";
  const schedules = named.kind === "values" ? named.values : [];
  return {
    row,
    scope: named.kind === "any" ? "all" : schedules.every((one) => one === schedule) ? "own" : "some",
    schedules,
    dates,
    days,
    segments,
    open: open === "true",
  };
}

/** The schedules that rows name. */
export function schedulesOf(rows: readonly DmnRow[], columns: Columns): string[] {
  const named = rows.flatMap(({ cells }) => {
    const condition = readCell(cells[columns.schedule] ?? "");
    return condition.kind === "values" ? condition.values : [];
  });
  return [...new Set(named)];
}
