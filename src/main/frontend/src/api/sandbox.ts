import { get, plainChange } from "./http";
import type {
  Answered,
  Behaviour,
  Comment,
  ControlAction,
  Customer,
  FacebookPage,
  Fault,
  Limits,
  NewMessage,
  PageChange,
  Post,
  Referral,
  SandboxMessage,
  Usage,
} from "./sandboxTypes";

const API = "/sandbox/api";
const path = (...parts: string[]) => [API, ...parts.map(encodeURIComponent)].join("/");
const at = (id: string, ...parts: string[]) => path("customers", id, ...parts);

export const SANDBOX_EVENTS = `${API}/events`;

export const fetchCustomers = () => get<Customer[]>(path("customers"));
export const createCustomer = (page: string | null) =>
  plainChange<Customer>("POST", path("customers"), page === null ? {} : { page });

export const fetchThread = (id: string) => get<SandboxMessage[]>(at(id, "messages"));
export const postAsCustomer = (id: string, message: NewMessage) =>
  plainChange<SandboxMessage>("POST", at(id, "messages"), message);
export const markRead = (id: string) => plainChange<void>("POST", at(id, "read"));

/** Files go as they are; what they are follows from their content type. */
export function postFiles(id: string, files: readonly File[], text: string, replyTo: string | null) {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  if (text !== "") form.append("text", text);
  if (replyTo !== null) form.append("replyTo", replyTo);
  return plainChange<SandboxMessage>("POST", at(id, "files"), form);
}

export const press = (id: string, payload: string, title: string) =>
  plainChange<SandboxMessage>("POST", at(id, "postbacks"), { payload, title });
export const getStarted = (id: string, referral?: Referral) =>
  plainChange<SandboxMessage>("POST", at(id, "get-started"), referral === undefined ? {} : { referral });
export const refer = (id: string, referral: Referral) => plainChange<void>("POST", at(id, "referrals"), referral);
export const editMessage = (id: string, mid: string, text: string) =>
  plainChange<SandboxMessage>("PUT", at(id, "messages", mid), { text });
export const unsend = (id: string, mid: string) => plainChange<SandboxMessage>("DELETE", at(id, "messages", mid));
export const react = (id: string, mid: string, emoji: string | null) =>
  emoji === null
    ? plainChange<SandboxMessage>("DELETE", at(id, "messages", mid, "reaction"))
    : plainChange<SandboxMessage>("PUT", at(id, "messages", mid, "reaction"), { emoji });
export const shiftWindow = (id: string, hoursAgo: number | null) =>
  plainChange<Customer>("PUT", at(id, "window"), { hoursAgo });
export const answerInInbox = (id: string, text: string, app?: string) =>
  plainChange<SandboxMessage>("POST", at(id, "inbox"), app === undefined ? { text } : { text, app });
export const controlThread = (id: string, action: ControlAction) =>
  plainChange<Customer>("POST", at(id, "thread-control"), { action });

export const fetchPages = () => get<FacebookPage[]>(path("pages"));
export const changePage = (id: string, change: PageChange) =>
  plainChange<FacebookPage>("PATCH", path("pages", id), change);

export const fetchPosts = (page: string) => get<Post[]>(path("pages", page, "posts"));
export const publish = (page: string, message: string, photo: boolean) =>
  plainChange<Post>("POST", path("pages", page, "posts"), photo ? { message, photo } : { message });
export const fetchComments = (post: string) => get<Comment[]>(path("posts", post, "comments"));
export type NewComment = { customer: string; message?: string; parent?: string; photo?: true };
export const comment = (post: string, comment: NewComment) =>
  plainChange<Comment>("POST", path("posts", post, "comments"), comment);
export const commentAsPage = (post: string, message: string, parent: string | null) =>
  plainChange<Comment>("POST", path("posts", post, "inbox"), parent === null ? { message } : { message, parent });
export const editComment = (id: string, message: string) =>
  plainChange<Comment>("PUT", path("comments", id), { message });
export const removeComment = (id: string) => plainChange<Comment>("DELETE", path("comments", id));
export const hideComment = (id: string, hidden: boolean) =>
  plainChange<Comment>("PUT", path("comments", id, "hidden"), { hidden });
export const mention = (page: string, customer: string, message: string) =>
  plainChange<void>("POST", path("pages", page, "mentions"), { customer, message });
export const rate = (page: string, customer: string, recommendation: "positive" | "negative", text: string) =>
  plainChange<void>("POST", path("pages", page, "ratings"), { customer, recommendation, text });

export const fetchBehaviour = () => get<Behaviour>(path("behaviour"));
export const setBehaviour = (behaviour: Behaviour) => plainChange<void>("PUT", path("behaviour"), behaviour);
export const setFault = (fault: Fault) => plainChange<void>("PUT", path("faults"), fault);
export const setUsage = (usage: Usage) => plainChange<void>("PUT", path("usage"), usage);
export const setLimits = (limits: Limits) => plainChange<void>("PUT", path("limits"), limits);
export const requestDeletion = (customer: string) => plainChange<Answered>("POST", path("data-deletion"), { customer });
export const deauthorise = () => plainChange<Answered>("POST", path("deauthorise"), {});
export const startAnew = () => plainChange<void>("DELETE", API);
