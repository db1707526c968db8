import { useQueryClient } from "@tanstack/react-query";
import { type Conversation, MAX_SPLIT_TEXT, MAX_TEXT, type Outgoing } from "../../api/types";
import { useDraft } from "../../live/drafts";
import { EMPTY_PARCEL, type Parcel, useParcel } from "../../live/parcel";
import { send } from "../../live/sender";
import { useUploads } from "../../live/uploads";

/** Send API, button template: the text above the buttons. */
const MAX_WITH_BUTTONS = 640;

export type Answer = ReturnType<typeof useAnswer>;

/** The messages an answer is sent as: cards stand alone, so a text beside them goes before. */
export function outgoingOf(text: string, parcel: Parcel, extra: Address = {}): Outgoing[] {
  const { attachments, quickReplies, template } = parcel;
  const all: Outgoing = {
    text,
    ...(attachments.length > 0 && { attachments }),
    ...(quickReplies.length > 0 && { quickReplies }),
    ...(template !== null && { template }),
    ...(parcel.replyTo !== null && { replyTo: parcel.replyTo }),
    ...extra,
  };
  if (template === null || template.cards.length === 0) return [all];
  const { template: cards, quickReplies: replies, replyTo, via, ...first } = all;
  const address = { ...(replyTo !== undefined && { replyTo }), ...(via !== undefined && { via }) };
  const last: Outgoing = {
    text: "",
    ...(cards && { template: cards }),
    ...(replies && { quickReplies: replies }),
    ...address,
  };
  return text === "" && attachments.length === 0 ? [last] : [{ ...first, ...address }, last];
}

/** In public goes text alone; what else was prepared waits for the way back to a private answer. */
function suited(parcel: Parcel, { via }: Address): Parcel {
  return via === "PUBLIC" ? { ...parcel, attachments: [], quickReplies: [], template: null } : parcel;
}

/** What way an answer takes, and which comment it stands under. */
export type Address = Pick<Outgoing, "via" | "replyTo">;

function longest({ template }: Parcel, { via }: Address): number {
  if (template !== null && template.buttons.length > 0) return MAX_WITH_BUTTONS;
  // A comment is answered privately once, so that there is nothing to split.
  return via === "PRIVATE_REPLY" ? MAX_TEXT : MAX_SPLIT_TEXT;
}

/** What is being written in one conversation, and whether it may go as it is. */
export function useAnswer(conversation: Conversation, address: Address = {}) {
  const { id } = conversation;
  const client = useQueryClient();
  const [draft, setDraft] = useDraft(id);
  const [whole, change] = useParcel(id);
  const parcel = suited(whole, address);
  const uploading = useUploads(id);

  const text = draft.trim();
  const { attachments, quickReplies, template } = parcel;
  const withButtons = template !== null && template.buttons.length > 0;
  const limit = longest(parcel, address);
  const waits = uploading.some((row) => row.problem === null);
  const needsText = (quickReplies.length > 0 && template === null) || withButtons;
  const alone = address.via !== "PRIVATE_REPLY" || template === null || template.cards.length === 0 || text === "";
  const something = text !== "" || attachments.length > 0 || (template?.cards.length ?? 0) > 0;

  return {
    draft,
    setDraft,
    parcel,
    change,
    uploading,
    text,
    limit,
    waits,
    missesText: needsText && text === "",
    /** Cards beside a text are two messages, and a private answer is one. */
    tooMany: !alone,
    sendable: something && alone && text.length <= limit && !waits && !(needsText && text === ""),
    submit() {
      for (const outgoing of outgoingOf(text, parcel, address)) send(client, id, outgoing);
      setDraft("");
      change({ ...EMPTY_PARCEL, via: parcel.via === "PRIVATE_REPLY" ? null : parcel.via });
    },
  };
}
