import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Message } from "../api/types";

const NEAR_BOTTOM_PX = 48;
const NEAR_TOP_PX = 160;

/** Follows new messages while the reader is at the end, and leaves the reader alone elsewhere. */
export function useStickToBottom(messages: readonly Message[], ownRows: number, loadOlder: () => Promise<void>) {
  const box = useRef<HTMLDivElement>(null);
  const atBottom = useRef(true);
  const before = useRef({ firstSeq: 0, height: 0, ownRows });
  const [away, setAway] = useState(false);
  const lastSeq = messages.at(-1)?.seq ?? 0;
  const firstSeq = messages[0]?.seq ?? 0;
  const [seenSeq, setSeenSeq] = useState(lastSeq);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the rows may move them
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const was = before.current;
    if (ownRows > was.ownRows) atBottom.current = true;
    if (atBottom.current) {
      element.scrollTop = element.scrollHeight;
      setSeenSeq(lastSeq);
      setAway(false);
    } else if (firstSeq < was.firstSeq) {
      element.scrollTop += element.scrollHeight - was.height;
    }
    before.current = { firstSeq, height: element.scrollHeight, ownRows };
    if (element.clientHeight > 0 && element.scrollHeight <= element.clientHeight) void loadOlder();
  }, [messages, ownRows]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (atBottom.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    // What is above the last message may grow late, too: a picture, or the history before the conversation.
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  function onScroll() {
    const element = box.current;
    if (element === null) return;
    const distance = element.scrollHeight - element.scrollTop - element.clientHeight;
    atBottom.current = distance < NEAR_BOTTOM_PX;
    setAway(!atBottom.current);
    if (atBottom.current) setSeenSeq(lastSeq);
    if (element.scrollTop < NEAR_TOP_PX) void loadOlder();
  }

  function toBottom() {
    const element = box.current;
    if (element === null) return;
    atBottom.current = true;
    element.scrollTop = element.scrollHeight;
    element.focus();
  }

  const unseen = messages.filter((message) => message.seq > seenSeq && message.direction === "IN").length;
  return { box, onScroll, toBottom, unseen, away };
}
