import { useCallback, useSyncExternalStore } from "react";
import type { Attachment, QuickReply, Template, Via } from "../api/types";
import { stored } from "./stored";

/** What goes with the text of an answer that is not sent yet. */
export type Parcel = {
  attachments: Attachment[];
  quickReplies: QuickReply[];
  template: Template | null;
  /** The `mid` of the message or comment that is answered. */
  replyTo: string | null;
  via: Via | null;
};

export const EMPTY_PARCEL: Parcel = { attachments: [], quickReplies: [], template: null, replyTo: null, via: null };
export const parcels = stored<Parcel>("parcel", EMPTY_PARCEL);

export function changeParcel(conversationId: string, changes: Partial<Parcel>): void {
  parcels.set(conversationId, { ...parcels.get(conversationId), ...changes });
}

export function useParcel(conversationId: string): [Parcel, (changes: Partial<Parcel>) => void] {
  const parcel = useSyncExternalStore(parcels.subscribe, () => parcels.get(conversationId));
  const change = useCallback((changes: Partial<Parcel>) => changeParcel(conversationId, changes), [conversationId]);
  return [parcel, change];
}
