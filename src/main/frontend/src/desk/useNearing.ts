import { type RefObject, useEffect } from "react";

/** About ten rows, so that the next ones are there before the last is reached. */
const AHEAD = "0px 0px 650px 0px";

/** Calls when an element comes near what is seen of the panel that it stands in; not where there is none. */
export function useNearing(element: RefObject<HTMLElement | null>, onNear: (() => void) | undefined) {
  useEffect(() => {
    const seen = element.current;
    if (seen === null || onNear === undefined || !("IntersectionObserver" in window)) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), {
      root: seen.closest(".list__panel"),
      rootMargin: AHEAD,
    });
    observer.observe(seen);
    return () => observer.disconnect();
  }, [element, onNear]);
}
