/** A made-up Facebook user, who belongs to one Page. */
export type Customer = {
  id: string;
  name: string;
  pictureColor: string;
  page: string;
  lastMessage: string | null;
  lastAt: string | null;
  unread: number;
  /** From when Meta's window counts; null while there is none. */
  contactAt: string | null;
  typing: boolean;
  /** The other app that has the thread. */
  owner: string | null;
};

export type SandboxAttachment = {
  type: string;
  url: string | null;
  title: string | null;
  contentType: string | null;
  stickerId: number | null;
  latitude: number | null;
  longitude: number | null;
};

export type Button = { type: string; title: string; url: string | null; payload: string | null };
export type Card = {
  title: string;
  subtitle: string | null;
  picture: string | null;
  link: string | null;
  buttons: Button[];
};
export type Template = { type: string; text: string | null; buttons: Button[]; elements: Card[] };
export type QuickReply = { title: string; payload: string | null; picture: string | null };
export type Persona = { id: string; name: string; picture: string | null };

export type SandboxMessage = {
  mid: string;
  customerId: string;
  fromPage: boolean;
  text: string;
  at: string;
  metadata: string | null;
  read: boolean;
  /** Why the webhook was not accepted. */
  problem: string | null;
  kind: "MESSAGE" | "POSTBACK";
  attachments: SandboxAttachment[];
  quickReplies: QuickReply[];
  template: Template | null;
  replyTo: string | null;
  /** The emoji of the customer, and of the Page. */
  reaction: string | null;
  pageReaction: string | null;
  persona: Persona | null;
  app: string | null;
  type: string | null;
  tag: string | null;
  /** The comment or post that a private reply answers. */
  comment: string | null;
  edits: number;
  removed: boolean;
};

export type NewAttachment = {
  type: string;
  url?: string;
  title?: string;
  stickerId?: number;
  latitude?: number;
  longitude?: number;
};

export type NewMessage = {
  text?: string;
  replyTo?: string;
  quickReply?: string;
  referral?: Referral;
  attachments?: NewAttachment[];
};

/** How a customer came: by an m.me link or by an ad. */
export type Referral = {
  ref?: string;
  source?: string;
  type?: string;
  adId?: string;
  adTitle?: string;
  referer?: string;
};

export type Post = { id: string; page: string; message: string; photo: string | null; link: string; at: string };

export type Comment = {
  id: string;
  post: string;
  parent: string | null;
  from: { id: string; name: string };
  fromPage: boolean;
  message: string;
  photo: string | null;
  at: string;
  edited: boolean;
  removed: boolean;
  hidden: boolean;
  liked: boolean;
  answeredPrivately: boolean;
  problem: string | null;
};

export const TOKEN_STATES = [
  "VALID",
  "EXPIRED",
  "REVOKED",
  "PASSWORD_CHANGED",
  "CHECKPOINT",
  "UNCONFIRMED",
  "LOGGED_OUT",
  "ROLE_LOST",
] as const;
export type TokenState = (typeof TOKEN_STATES)[number];

export const RESTRICTIONS = ["NONE", "SENDING", "POLICY", "BUSINESS"] as const;
export type Restriction = (typeof RESTRICTIONS)[number];

export type FacebookPage = {
  id: string;
  name: string;
  token: TokenState;
  accessToken: string;
  restriction: Restriction;
  missingPermissions: string[];
  humanAgent: boolean;
  subscribedFields: string[];
  expiresAt: string | null;
  dataAccessExpiresAt: string | null;
  persistentMenu: Button[];
  iceBreakers: { question: string; payload: string }[];
  getStarted: string | null;
  greeting: string | null;
};
export type PageChange = Partial<
  Pick<
    FacebookPage,
    | "token"
    | "restriction"
    | "missingPermissions"
    | "humanAgent"
    | "subscribedFields"
    | "expiresAt"
    | "dataAccessExpiresAt"
  >
>;

export type Fault = {
  calls: number;
  status?: number;
  code?: number;
  subcode?: number;
  drop?: boolean;
  acceptFirst?: boolean;
  path?: string;
};

/** What is left out is as with Meta. */
export type Behaviour = {
  delayMillis?: number | null;
  echoes?: boolean | null;
  deliveries?: boolean | null;
  reads?: boolean | null;
  copies?: number | null;
  copyEvery?: number | null;
  lateMillis?: number | null;
  lateEvery?: number | null;
  stickers?: "STICKER" | "IMAGE" | null;
  linkSeconds?: number | null;
};

export type Usage = { callCount?: number; totalTime?: number; totalCpuTime?: number; regainMinutes?: number };
export type Limits = { sendsPerSecond?: number; mediaPerSecond?: number };
export type ControlAction = "TAKE" | "PASS" | "RELEASE" | "REQUEST";
export type Answered = { status: number; body: string };
