import type { Comment, Customer, FacebookPage, Post, SandboxMessage } from "../api/sandboxTypes";

export const sandboxKeys = {
  all: ["sandbox"] as const,
  customers: ["sandbox", "customers"] as const,
  thread: (id: string) => ["sandbox", "thread", id] as const,
  pages: ["sandbox", "pages"] as const,
  posts: (page: string) => ["sandbox", "posts", page] as const,
  comments: (post: string) => ["sandbox", "comments", post] as const,
  behaviour: ["sandbox", "behaviour"] as const,
};

const activity = (customer: Customer) => (customer.lastAt === null ? 0 : Date.parse(customer.lastAt));

/** The customer, new or changed, in its place: newest activity first. */
export function putCustomer(customers: readonly Customer[], changed: Customer): Customer[] {
  const others = customers.filter((customer) => customer.id !== changed.id);
  return [changed, ...others].sort((a, b) => activity(b) - activity(a));
}

/** What is there already, with its change in its place; what is new comes behind all that is older. */
function put<T extends { at: string }>(
  known: readonly T[],
  changed: T,
  same: (one: T) => boolean,
  newestFirst = false,
): T[] {
  const at = known.findIndex(same);
  if (at >= 0) return known.with(at, changed);
  const order = newestFirst ? -1 : 1;
  return [...known, changed].sort((a, b) => order * (Date.parse(a.at) - Date.parse(b.at)));
}

export const putMessage = (thread: readonly SandboxMessage[], changed: SandboxMessage) =>
  put(thread, changed, ({ mid }) => mid === changed.mid);
export const putComment = (comments: readonly Comment[], changed: Comment) =>
  put(comments, changed, ({ id }) => id === changed.id);
export const putPost = (posts: readonly Post[], changed: Post) =>
  put(posts, changed, ({ id }) => id === changed.id, true);

export const putPage = (pages: readonly FacebookPage[], changed: FacebookPage): FacebookPage[] =>
  pages.map((page) => (page.id === changed.id ? changed : page));
