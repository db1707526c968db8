import { get } from "./http";
import type { Pause, PresenceState } from "./types";

/** The shapes of `docs/api.md` about how the desk stands. */
export type Waits = { count: number; longestSince: string | null };
export type Handled = { completed: number; averageSeconds: number | null };
export type AgentRow = {
  id: string;
  name: string;
  presence: PresenceState;
  /** Why they are away, where somebody said so. */
  pause?: Pause | null;
  /** Null for somebody who was never here. */
  since: string | null;
  capacity: number;
  load: number;
  campaigns: string[];
  channels: ("MESSENGER" | "COMMENT" | "WIDGET")[];
  teams: string[];
  today: Handled;
};
export type ServiceLevel = { target: number | null; met: number; missed: number; percent: number | null };
export type CampaignRow = {
  id: string;
  name: string;
  zone: string;
  waiting: Waits;
  active: number;
  lost: number;
  today: Handled;
  serviceLevel: ServiceLevel;
};
export type TeamRow = { id: string; name: string; waiting: Waits };
export type HeldPage = {
  id: string;
  name: string;
  cause: "TOKEN" | "REFUSED" | "RESTRICTED" | "DEAUTHORISED";
  reason: string;
  since: string;
};
/** What is wrong with a Page beside what holds it. */
export type PageTrouble = {
  page: string;
  name: string;
  kind: "TOKEN_INVALID" | "TOKEN_EXPIRING" | "PERMISSION_MISSING" | "FIELDS_MISSING" | "UNREACHABLE";
  reason: string;
};
export type Unsent = { id: string; name: string; threads: number; messages: number; retried: number };
export type Monitor = {
  at: string;
  agents: AgentRow[];
  /** All who are on the board; on the feed `agents` are only those who changed. */
  agentIds: string[];
  campaigns: CampaignRow[];
  teams: TeamRow[];
  heldPages: HeldPage[];
  pageTroubles: PageTrouble[];
  unsent: Unsent[];
  waiting: Waits;
  stuck: number;
};

export const fetchMonitor = () => get<Monitor>("/api/v1/monitor");
