import { hashKey, type QueryClient, type QueryKey } from "@tanstack/react-query";

export const PAUSE_MS = 5_000;
/** What was loaded a moment ago, and whether it changed again since. */
const paused = new WeakMap<QueryClient, Map<string, boolean>>();

/** Loads again what is on screen, but only now and then: in a busy hour every second would bring a change. */
export function refreshGently(client: QueryClient, queryKey: QueryKey): void {
  const changed = paused.get(client) ?? new Map<string, boolean>();
  paused.set(client, changed);
  const key = hashKey(queryKey);
  if (changed.has(key)) {
    changed.set(key, true);
    // Whoever opens it before the pause is over gets it fresh all the same.
    void client.invalidateQueries({ queryKey, refetchType: "none" });
    return;
  }
  changed.set(key, false);
  void client.invalidateQueries({ queryKey });
  setTimeout(() => {
    const again = changed.get(key);
    changed.delete(key);
    if (again) refreshGently(client, queryKey);
  }, PAUSE_MS);
}
