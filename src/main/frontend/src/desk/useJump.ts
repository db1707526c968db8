import { type RefObject, useCallback, useMemo } from "react";
import type { Message } from "../api/types";
import type { Finder } from "./content/Quote";

const FLASH_MS = 1_600;

/** Leads to a message of the transcript and marks it for a moment. */
export function useFinderOf(messages: readonly Message[], place: RefObject<HTMLElement | null>): Finder {
  const jump = useCallback(
    ({ id }: Message) => {
      const element = place.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
      if (element === null || element === undefined) return;
      element.scrollIntoView({ block: "center" });
      element.classList.add("found");
      setTimeout(() => element.classList.remove("found"), FLASH_MS);
    },
    [place],
  );
  const byMid = useMemo(
    () => new Map(messages.flatMap((message) => (message.mid === null ? [] : [[message.mid, message] as const]))),
    [messages],
  );
  return useMemo(() => ({ byMid, jump }), [byMid, jump]);
}
