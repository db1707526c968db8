import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { Conversation } from "../api/types";
import { isUnread, useReadMarks } from "../live/reads";
import { ConversationItem } from "./ConversationItem";

/** So many are drawn as they are; of more only those that are seen. */
const DRAWN_AT_ONCE = 60;
const USUAL_HEIGHT = 65;
const NEAR_THE_END = 15;

type ItemRowsProps = {
  me: string;
  items: readonly Conversation[];
  openId: string | undefined;
  waiting?: boolean;
  places?: ReadonlyMap<string, number> | undefined;
  /** Called when the end comes near and the server has more. */
  onMore?: (() => void) | undefined;
};

/** The rows of a list, however many; the keyboard's place is kept in view. */
export function ItemRows({ me, items, openId, waiting = false, places, onMore }: ItemRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const marks = useReadMarks();
  const many = items.length > DRAWN_AT_ONCE;
  const rows = useVirtualizer({
    count: items.length,
    enabled: many,
    getScrollElement: () => list.current?.closest<HTMLElement>(".list__panel") ?? null,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => items[index]?.id ?? index,
    scrollMargin: list.current?.offsetTop ?? 0,
    overscan: 8,
  });
  const openAt = items.findIndex(({ id }) => id === openId);
  const scrollTo = rows.scrollToIndex;
  useEffect(() => {
    if (openId === undefined || openAt < 0) return;
    if (many) scrollTo(openAt, { align: "auto" });
    else list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [openId, openAt, many, scrollTo]);

  const drawn = rows.getVirtualItems();
  const last = many ? (drawn.at(-1)?.index ?? 0) : items.length;
  const near = last >= items.length - NEAR_THE_END;
  useEffect(() => {
    if (near) onMore?.();
  }, [near, onMore]);

  const row = (conversation: Conversation) => (
    <ConversationItem
      me={me}
      place={places?.get(conversation.id)}
      conversation={conversation}
      waiting={waiting}
      unread={isUnread(conversation, marks, me)}
      open={conversation.id === openId}
    />
  );

  if (!many) {
    return (
      <ul ref={list} className="list__rows">
        {items.map((conversation) => (
          <li key={conversation.id}>{row(conversation)}</li>
        ))}
      </ul>
    );
  }
  return (
    <ul ref={list} className="list__rows list__rows--many" style={{ blockSize: rows.getTotalSize() }}>
      {drawn.map(({ key, index, start }) => {
        const conversation = items[index];
        return (
          conversation !== undefined && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
            >
              {row(conversation)}
            </li>
          )
        );
      })}
    </ul>
  );
}
