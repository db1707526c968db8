import { get } from "./http";

/** The shapes of `docs/api.md` about reports; times are in seconds. */
export type Measure = { count: number; average: number | null; p50: number | null; p90: number | null };
export type Figures = {
  opened: number;
  ignored: number;
  answered: number;
  contained: number;
  assistant: number;
  abandoned: number;
  unanswered: number;
  due: number;
  inTime: number;
  waiting: Measure;
  waitingInHours: Measure;
  waitingAfterAssistant: Measure;
  waitingWithoutAssistant: Measure;
  firstResponse: Measure;
  firstResponseInHours: Measure;
  firstAnswer: Measure;
  assistantResponse: Measure;
  handling: Measure;
  /** How often 1 to 5 was given. */
  scores: number[];
  score: number | null;
  comments: number;
};
export type Group = { id: string; name: string; figures: Figures };
export type Report = {
  from: string;
  to: string;
  zone: string;
  countedAt: string;
  total: Figures;
  days: { date: string; figures: Figures }[];
  /** Opened in each hour of the week: seven days from Monday on. */
  hours: number[][];
  campaigns: Group[];
  agents: Group[];
  /** Of the messaging policy it is messages that are counted, of all others conversations. */
  rules: { table: string; version: number; row: number; count: number }[];
  sources: { kind: "ad" | "link"; ref: string; figures: Figures }[];
};
export type ReportComment = {
  conversation: string;
  openedAt: string;
  agent: string | null;
  score: number;
  text: string;
};
export type CommentPage = { items: ReportComment[]; page: number; size: number; total: number };

export type ReportChannel = "" | "MESSENGER" | "COMMENT";
/** What a report is asked about; an empty campaign or channel is any. */
export type Asked = { from: string; to: string; zone: string; campaign: string; agent: string; channel: ReportChannel };
export type ReportTable = "days" | "campaigns" | "agents" | "rules" | "sources" | "hours";

function query(asked: Asked): string {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString();
}

export const fetchReport = (asked: Asked) => get<Report>(`/api/v1/reports?${query(asked)}`);
export const fetchComments = (asked: Asked, page: number) =>
  get<CommentPage>(`/api/v1/reports/comments?${query(asked)}&page=${page}&size=20`);
/** Where the browser loads a table for a spreadsheet. */
export const csvAddress = (asked: Asked, table: ReportTable) => `/api/v1/reports/${table}.csv?${query(asked)}`;
