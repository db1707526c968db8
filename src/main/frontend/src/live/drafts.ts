import { useCallback, useSyncExternalStore } from "react";
import { stored } from "./stored";

/** What was typed but not sent, per conversation. */
export const drafts = stored<string>("draft", "");

export function useDraft(conversationId: string): [string, (text: string) => void] {
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.get(conversationId));
  const setDraft = useCallback((text: string) => drafts.set(conversationId, text), [conversationId]);
  return [draft, setDraft];
}
