import type { Comment, Customer, FacebookPage, SandboxMessage } from "../api/sandboxTypes";

const START = "2026-03-02T09:00:00Z";
export const PAGE_ID = "100000000000001";

export const aCustomer = (changes: Partial<Customer> = {}): Customer => ({
  id: "5001",
  name: "Camille Dubois",
  pictureColor: "#123456",
  page: PAGE_ID,
  lastMessage: null,
  lastAt: null,
  unread: 0,
  contactAt: null,
  typing: false,
  owner: null,
  ...changes,
});

export const aSandboxMessage = (changes: Partial<SandboxMessage> = {}): SandboxMessage => ({
  mid: "m_1",
  customerId: "5001",
  fromPage: false,
  text: "Hello",
  at: START,
  metadata: null,
  read: false,
  problem: null,
  kind: "MESSAGE",
  attachments: [],
  quickReplies: [],
  template: null,
  replyTo: null,
  reaction: null,
  pageReaction: null,
  persona: null,
  app: null,
  type: null,
  tag: null,
  comment: null,
  edits: 0,
  removed: false,
  ...changes,
});

export const aFacebookPage = (changes: Partial<FacebookPage> = {}): FacebookPage => ({
  id: PAGE_ID,
  name: "Maison Lumière",
  token: "VALID",
  accessToken: "sandbox-page-token",
  restriction: "NONE",
  missingPermissions: [],
  humanAgent: true,
  subscribedFields: ["messages", "feed"],
  expiresAt: null,
  dataAccessExpiresAt: null,
  persistentMenu: [],
  iceBreakers: [],
  getStarted: null,
  greeting: null,
  ...changes,
});

export const aComment = (changes: Partial<Comment> = {}): Comment => ({
  id: "7001_1",
  post: "7001",
  parent: null,
  from: { id: "5001", name: "Camille Dubois" },
  fromPage: false,
  message: "Is it open on Sunday?",
  photo: null,
  at: START,
  edited: false,
  removed: false,
  hidden: false,
  liked: false,
  answeredPrivately: false,
  problem: null,
  ...changes,
});
