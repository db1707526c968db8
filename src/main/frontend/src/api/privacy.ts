import { change, get } from "./http";
import type { Slice } from "./types";

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
