import type { Message } from "../../api/types";

/** Messenger Platform, private replies: once per comment, within seven days. */
const PRIVATE_WITHIN_MS = 7 * 24 * 3_600_000;

export type PrivateReply = "possible" | "used" | "late" | "none";

/** Whether a comment may be answered privately, or why not. */
export function privateReplyTo(comment: Message | undefined, now: number): PrivateReply {
  if (comment === undefined || comment.direction !== "IN" || comment.via !== "PUBLIC") return "none";
  if (comment.comment?.answeredPrivately === true) return "used";
  return now - Date.parse(comment.at) >= PRIVATE_WITHIN_MS ? "late" : "possible";
}

/** The comment that is answered: the chosen one, else the newest of a customer. */
export function answered(messages: readonly Message[], chosen: string | null): Message | undefined {
  const comments = messages.filter(
    ({ via, mid, happening, removedAt }) =>
      via === "PUBLIC" && mid !== null && happening === null && removedAt === null,
  );
  return (
    comments.find(({ mid }) => chosen !== null && mid === chosen) ??
    comments.findLast(({ direction }) => direction === "IN") ??
    comments.at(-1)
  );
}
