import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { deleteReadMark, fetchReadMarks, putReadMark, READ_MARKS_SHOWN, type ReadMark } from "../api/inbox";
import type { Conversation } from "../api/types";
import { keys } from "./queries";

type Marks = {
  seqs: ReadonlyMap<string, number>;
  /** What was said before counts as read: the list is full, and tells no more of it. */
  since: string;
};

/** What the user has read in whatever browser; the feed tells of what is read in another one. */
export const readMarksQuery = queryOptions({
  queryKey: keys.reads,
  queryFn: async (): Promise<Marks> => {
    const marks = await fetchReadMarks();
    return {
      seqs: new Map(marks.map(({ conversation, seq }) => [conversation, seq])),
      since: marks.length < READ_MARKS_SHOWN ? "" : (marks.at(-1)?.at ?? ""),
    };
  },
  staleTime: 60_000,
});

export function applyReadMark(
  client: QueryClient,
  { conversation, seq }: Pick<ReadMark, "conversation" | "seq">,
): void {
  client.setQueryData<Marks>(
    keys.reads,
    (marks) => marks && { ...marks, seqs: new Map(marks.seqs).set(conversation, seq) },
  );
}

/** Whether the customer has written something that this user has not had on screen, or it is new to them at all. */
export function isUnread(conversation: Conversation, marks: Marks | undefined, me?: string): boolean {
  const { id, lastMessage, messageCount, state, assignee } = conversation;
  if (marks === undefined || lastMessage === null) return false;
  const read = marks.seqs.get(id);
  const handedOn = state === "ASSIGNED" && assignee?.id === me && read === undefined;
  if (lastMessage.direction !== "IN" && !handedOn) return false;
  return read === undefined ? Date.parse(lastMessage.at) >= (Date.parse(marks.since) || 0) : messageCount > read;
}

export const useReadMarks = () => useQuery(readMarksQuery).data;

/** Marks what is on screen as read, once somebody looks at the window. */
export function useReading(conversation: Conversation | undefined): void {
  const client = useQueryClient();
  const marks = useReadMarks();
  const id = conversation?.id;
  const seq = conversation?.messageCount ?? 0;
  const read = id === undefined ? 0 : marks?.seqs.get(id);
  useEffect(() => {
    if (id === undefined || marks === undefined || seq <= (read ?? 0)) return;
    const conversationId = id;
    function mark() {
      if (document.visibilityState !== "visible") return;
      applyReadMark(client, { conversation: conversationId, seq });
      // Until it is stored it is unread elsewhere, which mends itself with the next look.
      void putReadMark(conversationId, seq).catch(() => {});
    }
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [client, id, seq, read, marks]);
}

export async function markUnread(client: QueryClient, id: string): Promise<void> {
  applyReadMark(client, { conversation: id, seq: 0 });
  await deleteReadMark(id);
}
