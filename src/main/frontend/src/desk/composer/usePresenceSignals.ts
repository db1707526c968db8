import { useCallback, useEffect, useRef } from "react";
import { tellOpened, tellSeen, tellTyping } from "../../api/desk";
import { Refused } from "../../api/http";
import type { Conversation } from "../../api/types";

/** Messenger shows the three dots for some twenty seconds. */
const TYPING_EVERY_MS = 10_000;
/** An agent who did not "open" a conversation may lose it to the next one: the call is worth repeating. */
const OPENED_AGAIN_S = 5;
const QUIETLY = () => {};

/** Tells the customer that the agent writes, at most every ten seconds; whether it arrives is of no matter. */
export function useTyping(conversationId: string): () => void {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return useCallback(() => {
    const now = performance.now();
    if (now - last.current < TYPING_EVERY_MS) return;
    last.current = now;
    void tellTyping(conversationId).catch(QUIETLY);
  }, [conversationId]);
}

/** Tells the desk that the agent looks at a conversation of theirs, once for each time it came to them. */
export function useOpened({ id, state, assignedAt }: Conversation, mine: boolean): void {
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!mine || state !== "ASSIGNED" || assignedAt === null) return;
    const arrival = `${id} ${assignedAt}`;
    let again: ReturnType<typeof setTimeout> | undefined;
    let here = true;
    function tell() {
      if (document.visibilityState !== "visible" || told.current === arrival) return;
      told.current = arrival;
      void tellOpened(id).catch(retry);
    }
    function retry(error: unknown) {
      // 409: it is not theirs any more, and trying again changes nothing.
      if (error instanceof Refused && error.status === 409) return;
      if (told.current === arrival) told.current = null;
      if (here) again = setTimeout(tell, 1000 * ((error instanceof Refused && error.retryAfter) || OPENED_AGAIN_S));
    }
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => {
      here = false;
      clearTimeout(again);
      document.removeEventListener("visibilitychange", tell);
    };
  }, [id, state, assignedAt, mine]);
}

/** Tells the customer once that what they wrote last is on the agent's screen, as soon as the window is looked at. */
export function useSeen({ id, channel, unanswered, messageCount }: Conversation): void {
  const told = useRef(0);
  useEffect(() => {
    if (channel !== "MESSENGER" || unanswered === 0) return;
    function tell() {
      if (document.visibilityState !== "visible" || told.current >= messageCount) return;
      told.current = messageCount;
      void tellSeen(id).catch(QUIETLY);
    }
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [id, channel, unanswered, messageCount]);
}
