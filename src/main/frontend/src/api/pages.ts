import { change, get } from "./http";

/** The shapes of `docs/api.md` about connected Facebook Pages. */
export type PageState = "CONNECTED" | "ATTENTION" | "HELD" | "DISCONNECTED";
export type ProblemKind =
  | "TOKEN_INVALID"
  | "TOKEN_EXPIRING"
  | "PERMISSION_MISSING"
  | "FIELDS_MISSING"
  | "HELD"
  | "RESTRICTED"
  | "UNREACHABLE";
export type Remedy = "RECONNECT" | "RESUBSCRIBE" | "CHECK" | "WAIT";
export type PageProblem = {
  kind: ProblemKind;
  reason: string;
  remedy: Remedy;
  /** The one that is missing, where it is that. */
  permission: string | null;
  /** By which the reason is told in the reader's language; null where the rest tells it. */
  code: string | null;
};

export type HoldCause = "TOKEN" | "REFUSED" | "RESTRICTED" | "DEAUTHORISED";

export type Page = {
  id: string;
  name: string;
  picture: string | null;
  zone: string;
  humanAgent: boolean;
  retentionDays: number | null;
  responseFeedback: boolean;
  /** Set up by the operator's settings, not connected by a browser. */
  fromSettings: boolean;
  state: PageState;
  problems: PageProblem[];
  checkedAt: string | null;
  tokenState: "VALID" | "EXPIRING" | "INVALID" | "UNKNOWN";
  tokenExpiresAt: string | null;
  dataAccessExpiresAt: string | null;
  scopes: string[];
  missingPermissions: string[];
  subscribedFields: string[];
  missingFields: string[];
  lastEventAt: string | null;
  lastSendAt: string | null;
  held: { cause: HoldCause; reason: string; since: string; until: string | null } | null;
  queued: number;
};

export type FoundPage = {
  id: string;
  name: string;
  picture: string | null;
  connected: boolean;
  missingPermissions: string[];
};
export type Connecting = { state: string; pages: FoundPage[]; missingPermissions: string[]; error: string | null };

export type MenuEntry = { kind: "LINK" | "POSTBACK"; title: string; value: string };
export type IceBreaker = { question: string; payload: string };
export type MessengerProfile = {
  greetings: { locale: string; text: string }[];
  getStarted: string | null;
  iceBreakers: IceBreaker[];
  menu: MenuEntry[];
};

export type PageSettings = Pick<Page, "zone" | "humanAgent" | "retentionDays" | "responseFeedback">;

const API = "/api/v1/pages";
const at = (id: string) => `${API}/${encodeURIComponent(id)}`;
const connecting = (state: string) => `${API}/connect/${encodeURIComponent(state)}`;

export const fetchPages = () => get<Page[]>(API);
export const beginConnecting = () =>
  get<{ url: string; state: string }>(`${API}/connect?origin=${encodeURIComponent(window.location.origin)}`);
export const fetchConnecting = (state: string) => get<Connecting>(connecting(state));
export const connectPages = (state: string, pages: string[]) => change<Page[]>("POST", connecting(state), { pages });
export const checkPage = (id: string) => change<Page>("POST", `${at(id)}/check`);
export const resubscribePage = (id: string) => change<Page>("POST", `${at(id)}/resubscribe`);
export const changePage = (id: string, changes: Partial<PageSettings>) => change<Page>("PATCH", at(id), changes);
export const disconnectPage = (id: string) => change<void>("DELETE", at(id));
export const fetchProfile = (id: string) => get<MessengerProfile>(`${at(id)}/profile`);
export const putProfile = (id: string, profile: MessengerProfile) =>
  change<MessengerProfile>("PUT", `${at(id)}/profile`, profile);
