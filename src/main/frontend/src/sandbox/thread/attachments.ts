import type { SandboxAttachment } from "../../api/sandboxTypes";

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
