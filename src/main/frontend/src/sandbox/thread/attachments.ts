import type { SandboxAttachment } from "../../api/sandboxTypes";
import type { I18n } from "../../i18n/i18n";
import type { WordKey } from "../../i18n/words";

export type Look = "picture" | "sticker" | "audio" | "video" | "file" | "place" | "link" | "nothing";

const BY_TYPE: Record<string, Look> = {
  image: "picture",
  sticker: "sticker",
  audio: "audio",
  video: "video",
  reel: "video",
  ig_reel: "video",
  file: "file",
  location: "place",
  fallback: "link",
  share: "link",
  post: "link",
  ig_post: "link",
};

/** How an attachment is shown; Meta's older stickers come as pictures with a number. */
export function lookOf({ type, stickerId, contentType }: SandboxAttachment): Look {
  if (type === "image" && stickerId !== null) return "sticker";
  if (type !== "post" && type !== "share") return BY_TYPE[type] ?? "nothing";
  return contentType?.startsWith("image/") ? "picture" : "link";
}

const WORDS: Record<string, WordKey> = {
  image: "sandbox.kind.image",
  audio: "sandbox.kind.audio",
  video: "sandbox.kind.video",
  file: "sandbox.kind.file",
  sticker: "sandbox.sticker",
  template: "sandbox.kind.product",
  appointment_booking: "sandbox.sample.appointment",
  unsupported_type: "sandbox.sample.unsupported",
};

/** What an attachment is, in the reader's language; kinds that have no word go by Meta's. */
export function kindIn(type: string, t: I18n["t"]): string {
  const word = WORDS[type];
  return word === undefined ? t("sandbox.kindOf", { type }) : t(word);
}
