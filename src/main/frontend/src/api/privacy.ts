import { fits } from "../shell/fits";
import { change, get } from "./http";
import type { Conversation, Named, Slice } from "./types";

/** The shapes of `docs/api.md` about the deletion of persons' data. */
export type DeletionState = "RECEIVED" | "SEARCHING" | "ERASING" | "ERASED" | "NOTHING_HELD";
export type Deletion = {
  code: string;
  source: "META" | "ADMINISTRATOR";
  state: DeletionState;
  /** The id that Meta gave, until it is finished. */
  person: string | null;
  askedAt: string;
  finishedAt: string | null;
  conversations: number;
  messages: number;
  files: number;
};

const DELETIONS = "/api/v1/privacy/deletions";
const at = (code: string) => `${DELETIONS}/${encodeURIComponent(code)}`;

export const DELETIONS_SHOWN = 50;
export const fetchDeletions = (page: number) =>
  get<Slice<Deletion>>(`${DELETIONS}?page=${page}&size=${DELETIONS_SHOWN}`);
export const matchDeletion = (code: string, customers: string[]) =>
  change<Deletion>("POST", `${at(code)}/match`, { customers });
export const retryDeletion = (code: string) => change<Deletion>("POST", `${at(code)}/retry`);
export const eraseCustomer = (customer: string) => change<Deletion>("POST", DELETIONS, { customer });

export type KnownCustomer = Named & { picture: string | null; page: string; lastAt: string };

export const LOOKED_THROUGH = 100;
const ERASED = "erased";

/** The customers of the newest conversations in which the name, or a message, says this; each once. */
export async function findCustomers(q: string): Promise<KnownCustomer[]> {
  const { items } = await get<Slice<Conversation>>(
    `/api/v1/conversations?${new URLSearchParams({ q, size: String(LOOKED_THROUGH) })}`,
  );
  const found = new Map<string, KnownCustomer>();
  for (const { customer, page, lastActivityAt } of items) {
    if (customer.id === ERASED || found.has(customer.id)) continue;
    found.set(customer.id, { ...customer, page: page.name, lastAt: lastActivityAt });
  }
  const named = (one: KnownCustomer) => Number(fits(one.name, q));
  return [...found.values()].sort((a, b) => named(b) - named(a));
}
