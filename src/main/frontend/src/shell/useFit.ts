import { type RefObject, useEffect, useLayoutEffect } from "react";

/** From everything in words to what nobody can do without; what each leaves out stands in the style sheet. */
const TIGHTEST = 6;

const fitsIn = (bar: HTMLElement) =>
  (bar.lastElementChild?.getBoundingClientRect().right ?? 0) <= bar.getBoundingClientRect().right;

/** As wide as roles, language and counts make it, a bar leaves out as much as it must to hold on the screen. */
function tighten(bar: HTMLElement) {
  const steps: number[] = [];
  do {
    bar.dataset.tight = steps.join(" ");
    steps.push(steps.length + 1);
  } while (!fitsIn(bar) && steps.length <= TIGHTEST);
}

export function useFit(ref: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    if (ref.current) tighten(ref.current);
  });
  useEffect(() => {
    const bar = ref.current;
    if (!bar) return;
    const again = () => tighten(bar);
    const resized = new ResizeObserver(again);
    const changed = new MutationObserver(again);
    resized.observe(bar);
    changed.observe(bar, { childList: true, characterData: true, subtree: true });
    document.fonts?.addEventListener("loadingdone", again);
    return () => {
      resized.disconnect();
      changed.disconnect();
      document.fonts?.removeEventListener("loadingdone", again);
    };
  }, [ref]);
}
