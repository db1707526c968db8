import { change, get } from "./http";

/** The shapes of `docs/api.md` about campaigns. */
export type Localised = Record<string, string>;
export const DEFAULT_LANGUAGE = "default";

export const CHANNELS = ["MESSENGER", "COMMENT", "WIDGET"] as const;
export const STRATEGIES = [
  "LEAST_BUSY",
  "ROUND_ROBIN",
  "LONGEST_IDLE",
  "LINEAR",
  "EXPERTISE",
  "STICKY",
  "ALL_AT_ONCE",
] as const;
export const OVERFLOWS = ["KEEP", "TEAM", "END"] as const;
export const AFTER_HOURS = ["WAIT", "CLOSE"] as const;
export const ASSISTANTS = ["BUILT_IN", "MODEL"] as const;
export const MISSING = [
  "NO_CHANNEL",
  "NO_PAGE",
  "PAGE_NOT_CONNECTED",
  "NO_SCHEDULE",
  "SCHEDULE_UNKNOWN",
  "NO_MEMBERS",
] as const;

export type Channel = (typeof CHANNELS)[number];
export type Strategy = (typeof STRATEGIES)[number];
export type Missing = (typeof MISSING)[number];
export type Member = { user: string; expertise: string[]; capacity: number | null };
export type Entry = { questions: string[]; answer: Localised };
export type CannedResponse = { shortcut: string; title: string; text: Localised };
export type Thresholds = {
  serviceLevel: number;
  serviceLevelTarget: number;
  dropout: number;
  longWait: number;
  offer: number;
  chatTime: number;
  idle: number;
};

/** What people may change of a campaign. */
export type CampaignDraft = {
  name: string;
  channels: Channel[];
  pages: string[];
  objective: string;
  strategy: Strategy;
  schedule: string;
  zone: string;
  thresholds: Thresholds;
  waiting: {
    maximum: number;
    overflow: (typeof OVERFLOWS)[number];
    team: string | null;
    overflowText: Localised;
    longWaitText: Localised;
  };
  maximumPerAgent: number;
  greeting: { on: boolean; text: Localised; automatedNotice: Localised };
  afterHours: { text: Localised; then: (typeof AFTER_HOURS)[number]; quietHours: number };
  survey: {
    on: boolean;
    question: Localised;
    commentQuestion: Localised;
    thanks: Localised;
    notAgainDays: number;
  };
  assistant: {
    on: boolean;
    kind: (typeof ASSISTANTS)[number];
    entries: Entry[];
    threshold: number;
    turns: number;
    costLimit: number;
  };
  cannedResponses: CannedResponse[];
  members: { everyone: boolean; list: Member[] };
  tags: string[];
};

export type Campaign = CampaignDraft & {
  id: string;
  version: number;
  enabled: boolean;
  archived: boolean;
  catchAll: boolean;
  missing: { field: string; message: string; code: Missing }[];
  changedBy: string | null;
  changedAt: string | null;
};

export type Choice = { id: string; name: string };
export type CampaignOptions = {
  pages: Choice[];
  agents: Choice[];
  teams: Choice[];
  schedules: string[];
  expertise: string[];
  placeholders: string[];
  zone: string;
};
export type Preview = { text: string; unknown: string[]; length: number };

const API = "/api/v1/campaigns";
const at = (id: string) => `${API}/${encodeURIComponent(id)}`;

export const fetchCampaigns = () => get<Campaign[]>(API);
export const fetchArchive = () => get<Campaign[]>(`${API}?archived=true`);
export const fetchCampaign = (id: string) => get<Campaign>(at(id));
export const fetchOptions = () => get<CampaignOptions>(`${API}/options`);
export const createCampaign = (draft: Partial<CampaignDraft>) => change<Campaign>("POST", API, draft);
export const changeCampaign = (id: string, version: number, changes: Partial<CampaignDraft>) =>
  change<Campaign>("PATCH", at(id), { ...changes, version });
export const enableCampaign = (id: string) => change<Campaign>("POST", `${at(id)}/enable`);
export const disableCampaign = (id: string) => change<Campaign>("POST", `${at(id)}/disable`);
export const duplicateCampaign = (id: string, name: string) =>
  change<Campaign>("POST", `${at(id)}/duplicate`, { name });
export const deleteCampaign = (id: string) => change<void>("DELETE", at(id));
export const restoreCampaign = (id: string) => change<Campaign>("POST", `${at(id)}/restore`);
export type Tried = { answers: string[]; score: number; threshold: number; sources: string[]; reason: string | null };
export const tryAssistant = (id: string, text: string) => change<Tried>("POST", `${at(id)}/assistant/try`, { text });
export const previewText = (id: string, text: string, locale: string) =>
  change<Preview>("POST", `${at(id)}/preview`, {
    text: { [DEFAULT_LANGUAGE]: text },
    locale: locale === DEFAULT_LANGUAGE ? null : locale,
  });
