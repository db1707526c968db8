import { change, get } from "./http";
import { type Deployment, type RowChange, type Step, type TableName, tableAt, type WayBack } from "./ruleTables";
import type { Named } from "./types";

/** The shapes of `docs/api.md` about deployments that wait for a date or for somebody's approval. */
export type PlannedState =
  | "PENDING_APPROVAL"
  | "SCHEDULED"
  | "DEPLOYING"
  | "DEPLOYED"
  | "REFUSED"
  | "CANCELLED"
  | "FAILED";

export type Planned = {
  id: string;
  table: TableName;
  basedOn: number;
  /** The version whose content it is again. */
  restores: number | null;
  draft: string | null;
  author: Named;
  askedAt: string;
  reason: string;
  /** Null for as soon as it is approved. */
  at: string | null;
  approval: boolean;
  /** Whether its author has seen what was wrong with it; null where that was not asked yet. */
  acknowledged?: boolean | null;
  state: PlannedState;
  approved: Step | null;
  ended: Step | null;
  version: number | null;
  failure: { code: string; detail: string } | null;
};

type When = { at?: string; approval?: boolean };
export type Plan = (Deployment | WayBack) & When;

const plannedAt = (table: TableName, id?: string) =>
  `${tableAt(table)}/planned${id === undefined ? "" : `/${encodeURIComponent(id)}`}`;

export const fetchPlanned = (table: TableName) => get<Planned[]>(plannedAt(table));
export const fetchPlannedDiff = (table: TableName, id: string) => get<RowChange[]>(`${plannedAt(table, id)}/diff`);
export const planDeployment = (table: TableName, plan: Plan) => change<Planned>("POST", plannedAt(table), plan);
export const approvePlanned = (table: TableName, id: string, comment: string) =>
  change<Planned>("POST", `${plannedAt(table, id)}/approve`, comment === "" ? {} : { comment });
export const refusePlanned = (table: TableName, id: string, comment: string) =>
  change<Planned>("POST", `${plannedAt(table, id)}/refuse`, { comment });
export const cancelPlanned = (table: TableName, id: string) =>
  change<Planned>("POST", `${plannedAt(table, id)}/cancel`, {});

/** Nobody approves of their own change. */
export const isMineToDecide = (plan: Planned, me: string) => plan.state === "PENDING_APPROVAL" && plan.author.id !== me;

export const isOpen = ({ state }: Planned) =>
  state === "PENDING_APPROVAL" || state === "SCHEDULED" || state === "DEPLOYING";
