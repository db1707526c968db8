import type { ConversationState } from "../api/types";

/** The colour of a state, which its word stands beside. */
export const TONE: Record<ConversationState, "purple" | "green" | "cool-gray" | "gray"> = {
  NEW: "gray",
  WAITING: "purple",
  ASSIGNED: "green",
  CLOSING: "cool-gray",
  CLOSED: "gray",
  IGNORED: "gray",
};
