import { change, get } from "./http";
import { type TableName, tableAt } from "./ruleTables";

/** The shapes of `docs/api.md` about what proves a table before it is deployed. */
export type Finding = {
  severity: "error" | "warning";
  code: string;
  row: number | null;
  /** The first input is 1; outputs follow the inputs. */
  column: number | null;
  line: number | null;
  message: string;
  params: Record<string, string | number>;
};

export type Value = string | number | boolean | null;
export type Inputs = Record<string, Value>;
export type Trial = {
  row: number | null;
  outputs: Record<string, Value>;
  /** As the table has understood them, by its headings. */
  inputs: { name: string; value: Value }[];
  /** @param broken why the cell cannot be evaluated at which the row stops */
  rows: { row: number; matched: boolean; failedColumn: number | null; broken?: string | null }[];
  /** Why the table cannot be evaluated with these inputs. */
  failure: string | null;
  /** The columns of which was not recorded what they were asked, where the answer depends on that. */
  notKnown?: string[];
};
/** Which table is meant: a file, a draft, a version; none of them is the current one. */
export type Subject = { dmn?: string; draft?: string; version?: number };

export type CaseBody = { name: string; inputs: Inputs; expected: Record<string, Value> };
export type Case = CaseBody & { id: string; author?: string; at?: string };
export type CaseOutcome = {
  id: string;
  name: string;
  passed: boolean;
  row: number | null;
  outputs: Record<string, Value>;
  failure: string | null;
};

export type BacktestGroup = {
  from: Record<string, Value>;
  to: Record<string, Value>;
  /** How many decisions; a conversation may have several by one table. */
  count: number;
  /** Why the draft cannot decide them, so that their conversations would stop there; null where it can. */
  failure: string | null;
  conversations: string[];
};
/** Which table a backtest is about: a draft as it was saved, a version, or, where both are null, a file. */
export type Tested = {
  draft: { id: string; revision: number; author: string; at: string } | null;
  version: number | null;
};
export type Backtest = {
  id: string;
  /** Null of a backtest that an earlier Pupitre began. */
  tested: Tested | null;
  state: "RUNNING" | "DONE" | "CANCELLED" | "FAILED";
  done: number;
  total: number;
  /** How many were decided again, and how many of these otherwise. */
  decisions: number;
  changed: number;
  /** Of which not enough was recorded to decide them again. */
  notComparable: number;
  groups: BacktestGroup[];
  /** The changes of yet other kinds, for which there is no group. */
  further: { count: number; conversations: string[] } | null;
  neverHit: number[];
  failed: "LOST" | "TOOK_TOO_LONG" | "ERROR" | null;
  /** The same in the words of what broke. */
  failure: string | null;
};

const caseAt = (table: TableName, id: string) => `${tableAt(table)}/cases/${encodeURIComponent(id)}`;
const backtestAt = (table: TableName, id: string) => `${tableAt(table)}/backtest/${encodeURIComponent(id)}`;

export const check = (table: TableName, dmn: string) => change<Finding[]>("POST", `${tableAt(table)}/check`, { dmn });
export const tryOut = (table: TableName, subject: Subject, inputs: Inputs) =>
  change<Trial>("POST", `${tableAt(table)}/test`, { ...subject, inputs });

/** Asks again what was asked about a conversation, as its decision has it. */
export const tryAgain = (table: TableName, subject: Subject, recorded: Trial["inputs"]) =>
  change<Trial>("POST", `${tableAt(table)}/test`, { ...subject, recorded });

export const fetchCases = (table: TableName) => get<Case[]>(`${tableAt(table)}/cases`);
export const createCase = (table: TableName, body: CaseBody) => change<Case>("POST", `${tableAt(table)}/cases`, body);
export const changeCase = (table: TableName, id: string, body: CaseBody) =>
  change<Case>("PUT", caseAt(table, id), body);
export const deleteCase = (table: TableName, id: string) => change<void>("DELETE", caseAt(table, id));
/** @param subject what is planned may be run, too */
export const runCases = (table: TableName, subject: Subject | { planned: string }) =>
  change<CaseOutcome[]>("POST", `${tableAt(table)}/cases/run`, subject);

export const startBacktest = (table: TableName, subject: Subject, last: number) =>
  change<Backtest>("POST", `${tableAt(table)}/backtest`, { ...subject, last });
export const fetchBacktest = (table: TableName, id: string) => get<Backtest>(backtestAt(table, id));
export const cancelBacktest = (table: TableName, id: string) => change<void>("DELETE", backtestAt(table, id));
