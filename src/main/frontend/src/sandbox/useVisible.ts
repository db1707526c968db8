import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

/** Whether the page is in front of somebody. */
export const useVisible = () => useSyncExternalStore(subscribe, () => document.visibilityState === "visible");
