import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import type { Canned } from "../../../api/canned";
import { cannedQuery } from "../../../live/canned";
import { fitting, type Slash, slashAt } from "./slash";

export type CannedChoice = ReturnType<typeof useCanned>;

/** The choice of a canned response while a "/" is being written. */
export function useCanned(
  conversationId: string,
  draft: string,
  caret: number,
  onChoose: (slash: Slash, response: Canned) => void,
) {
  const listId = useId();
  const slash = slashAt(draft, caret);
  const { from, query } = slash ?? { from: null, query: null };
  const [left, setLeft] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const loaded = useQuery({ ...cannedQuery(conversationId), enabled: slash !== null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its first hit
  useEffect(() => setActive(0), [from, query]);
  useEffect(() => {
    if (from === null) setLeft(null);
  }, [from]);

  const items = slash === null ? [] : fitting(loaded.data ?? [], slash.query);
  // Who writes on behind a "/" that finds nothing means a "/".
  const open = slash !== null && left !== slash.from && (items.length > 0 || slash.query === "");
  const at = Math.min(active, Math.max(items.length - 1, 0));

  function choose(index: number) {
    const response = items[index];
    if (slash !== null && response !== undefined) onChoose(slash, response);
  }

  /** Whether the key meant the list, and not the answer. */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (!open || event.nativeEvent.isComposing) return false;
    if (event.key === "Escape") setLeft(slash.from);
    else if (items.length === 0) return false;
    else if (event.key === "ArrowDown") setActive((at + 1) % items.length);
    else if (event.key === "ArrowUp") setActive((at + items.length - 1) % items.length);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) choose(at);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return {
    open,
    items,
    active: at,
    listId,
    state: loaded.isError ? ("failed" as const) : loaded.data === undefined ? ("loading" as const) : ("here" as const),
    optionId: (index: number) => `${listId}-${index}`,
    choose,
    onKeyDown,
  };
}
