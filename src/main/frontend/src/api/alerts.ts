import { change, get } from "./http";

/** The shapes of `docs/api.md` about alerts. */
export const KINDS = [
  "WAITING",
  "LONGEST_WAIT",
  "SERVICE_LEVEL",
  "PAGE_HELD",
  "PAGE_TOKEN_INVALID",
  "PAGE_TOKEN_EXPIRING",
  "PAGE_PERMISSION_MISSING",
  "PAGE_FIELDS_MISSING",
  "PAGE_UNREACHABLE",
  "BACKLOG",
  "INBOUND_BACKLOG",
  "STUCK",
] as const;
export type Alert = {
  id: string;
  kind: (typeof KINDS)[number];
  subject: string;
  name: string;
  value: number;
  limit: number;
  detail: string | null;
  raisedAt: string;
  changedAt: string | null;
  resolvedAt: string | null;
  acknowledgedBy: string | null;
  acknowledgedAt: string | null;
};
export type AlertList = { open: Alert[]; over: Alert[] };

export const fetchAlerts = () => get<AlertList>("/api/v1/alerts");
export const acknowledgeAlert = (id: string) =>
  change<Alert>("POST", `/api/v1/alerts/${encodeURIComponent(id)}/acknowledge`);

/** When an alert is raised about a campaign; 0 for never, and null for the campaign's own target. */
export type LimitValues = { waiting: number; longestWait: number; serviceLevel: number | null };
export type AlertLimits = LimitValues & {
  campaign: string;
  version: number;
  changedBy: string | null;
  changedAt: string | null;
};

export const fetchAlertLimits = () => get<AlertLimits[]>("/api/v1/alert-limits");
/** `version` is the one they were read with. */
export const putAlertLimits = (campaign: string, version: number, limits: LimitValues) =>
  change<AlertLimits>("PUT", `/api/v1/alert-limits/${encodeURIComponent(campaign)}`, { ...limits, version });
