import { change, get } from "./http";

/** The shapes of `docs/api.md` about alerts. */
export const KINDS = ["WAITING", "LONGEST_WAIT", "SERVICE_LEVEL", "PAGE_HELD", "BACKLOG", "STUCK"] as const;
export type Alert = {
  id: string;
  kind: (typeof KINDS)[number];
  subject: string;
  name: string;
  value: number;
  limit: number;
  detail: string | null;
  raisedAt: string;
  resolvedAt: string | null;
  acknowledgedBy: string | null;
  acknowledgedAt: string | null;
};
export type AlertList = { open: Alert[]; over: Alert[] };

export const fetchAlerts = () => get<AlertList>("/api/v1/alerts");
export const acknowledgeAlert = (id: string) =>
  change<Alert>("POST", `/api/v1/alerts/${encodeURIComponent(id)}/acknowledge`);
