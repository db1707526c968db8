import { change, get, type Problem, Refused } from "./http";
import type { Planned } from "./plannedTables";
import type { Named } from "./types";

/** The shapes of `docs/api.md` about tables, their versions and drafts. */
export const TABLES = ["listening", "business-hours", "routing", "messaging-policy"] as const;
export type TableName = (typeof TABLES)[number];

/** @param by null where the process did it, or somebody in Tasklist */
export type Step = { by: Named | null; at: string; comment: string | null };
export type Version = {
  table: TableName;
  number: number;
  /** Null of the version that came with Pupitre. */
  author: string | null;
  at: string;
  reason: string | null;
  basedOn: number | null;
  /** The version whose content it is again. */
  restores: number | null;
  /** What it waited for, its time and somebody's approval; null where it was deployed by hand. */
  planned?: { at: string | null; approved: Step | null } | null;
  /** Its columns are those of an earlier Pupitre, so that nobody can go back to it. */
  outdated?: boolean;
};
export type VersionFile = Version & { dmn: string };
export type Draft = {
  id: string;
  table: TableName;
  basedOn: number;
  author: string;
  at: string;
  revision: number;
};
export type DraftFile = Draft & { dmn: string };
export type TableSummary = {
  table: TableName;
  rows: number;
  /** Its columns are those of an earlier Pupitre: it goes on deciding, but cannot be changed. */
  outdated: boolean;
  current: Version;
  drafts: Draft[];
  /** What is still to come of it. */
  planned: Planned[];
};

export type Choice = { value: string; label: string };
export type Column = {
  label: string;
  /** Its heading in the file, where it is shown with another one: recorded decisions know it by that. */
  recordedAs?: string;
  /** What an input is computed from, or the name of an output. */
  expression: string;
  type: "string" | "number" | "boolean" | "date" | "time" | (string & {});
  /** What may stand there; null where anything may. */
  choices: Choice[] | null;
};
/** A campaign and the schedule that it asks for; with a text of its own, the table's is told to nobody. */
export type ScheduleOf = { campaign: string; name: string; enabled: boolean; schedule: string; ownText: boolean };
/** How often a row of the current version fired in the last 7 days: for conversations, of the messaging policy for messages. */
export type Fired = { row: number; count: number };
export type Table = Omit<TableSummary, "current" | "planned"> & {
  current: VersionFile;
  inputs: Column[];
  outputs: Column[];
  fired: Fired[];
  /** Of the table of business hours. */
  schedules: ScheduleOf[];
  /** Whether a change takes effect only when another person has approved of it. */
  approval: boolean;
};

/** The first input is column 1, outputs follow the inputs; 0 is the note beside the row. */
export type CellChange = { column: number; before: string | null; after: string | null };
export type RowChange = {
  kind: "added" | "removed" | "changed" | "moved";
  from: number | null;
  to: number | null;
  /** Whether it has another place among those that stayed, too. */
  moved: boolean;
  cells: CellChange[];
};

const API = "/api/v1/rules";
export const tableAt = (table: TableName) => `${API}/${table}`;
const draftAt = (table: TableName, id: string) => `${tableAt(table)}/drafts/${encodeURIComponent(id)}`;

export const fetchTables = () => get<TableSummary[]>(API);
export const fetchTable = (table: TableName) => get<Table>(tableAt(table));
export const fetchVersions = (table: TableName) => get<Version[]>(`${tableAt(table)}/versions`);
export const fetchVersion = (table: TableName, number: number) =>
  get<VersionFile>(`${tableAt(table)}/versions/${number}`);
/** @param to a version's number or a draft's id */
export const fetchDiff = (table: TableName, from: number, to: number | string) =>
  get<RowChange[]>(`${tableAt(table)}/diff?${new URLSearchParams({ from: String(from), to: String(to) })}`);

export const fetchDraft = (table: TableName, id: string) => get<DraftFile>(draftAt(table, id));
/** Without a file it begins as a copy of the current version; of a file with a model of another name that is told. */
export const createDraft = (table: TableName, from: { dmn?: string; basedOn?: number } = {}) =>
  change<DraftFile & { renamed?: string }>("POST", `${tableAt(table)}/drafts`, from);
/** @param basedOn the version that it is to follow from now on */
export const saveDraft = (table: TableName, id: string, revision: number, dmn: string, basedOn?: number) =>
  change<DraftFile>("PUT", draftAt(table, id), { revision, dmn, ...(basedOn !== undefined && { basedOn }) });
export const deleteDraft = (table: TableName, id: string) => change<void>("DELETE", draftAt(table, id));

export type Deployment = { draft: string; revision: number; reason: string; acknowledged?: boolean };
export const deploy = (table: TableName, deployment: Deployment) =>
  change<VersionFile>("POST", `${tableAt(table)}/deploy`, deployment);

/**
 * An old version that is to be in effect again.
 *
 * @param basedOn the version that was seen as the one in effect
 * @param acknowledged that it is to be so although it has errors or fails cases
 */
export type WayBack = { version: number; basedOn: number; reason: string; acknowledged?: boolean };
export const rollBack = (table: TableName, way: WayBack) =>
  change<VersionFile>("POST", `${tableAt(table)}/rollback`, way);

/** Who was faster, and with what, where a call was refused because of that. */
export type Meanwhile = Problem & { by?: Named; at?: string; revision?: number; version?: number };
export const meanwhileOf = (error: unknown): Meanwhile | null =>
  error instanceof Refused && error.status === 409 ? error.problem : null;
