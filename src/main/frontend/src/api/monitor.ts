import { change, get } from "./http";

/** The shapes of `docs/api.md` about conversations that do not move. */
export type StuckStep = "DECIDE" | "OPEN" | "ANSWER" | "QUEUE" | "WAIT" | "ASSIGN" | "CLOSE" | "TELL";
export type StuckCause = {
  kind: "ENGINE_DOWN" | "NO_WORKER" | "JOB_FAILED" | "TABLE" | "PROCESS_GONE" | "UNKNOWN";
  /** The kind of job, or the table. */
  subject: string | null;
  version: number | null;
  message: string | null;
};
export type StuckRemedy = "TELL_AGAIN" | "BEGIN_AGAIN" | "TAKE_UP";
export type Stuck = {
  conversation: string;
  campaign: string | null;
  customer: string;
  step: StuckStep;
  since: string;
  cause: StuckCause;
  remedy: StuckRemedy;
  /** By nobody means by the watchdog itself. */
  tried: { at: string; by: string | null; times: number } | null;
};
export type PushOutcome = "TOLD_AGAIN" | "BEGUN_AGAIN" | "TAKEN_UP" | "UNDER_WAY" | "MOVES" | "UNKNOWN" | "OVER";
export type Pushed = { conversation: string; outcome: PushOutcome };

/** What the live feed tells: how many there are, and how many of them are new. */
export type StuckChange = { stuck: number; newly: number };

export const fetchStuck = () => get<Stuck[]>("/api/v1/monitor/stuck");
export const pushStuck = (conversations: string[]) =>
  change<Pushed[]>("POST", "/api/v1/monitor/stuck/push", { conversations });
