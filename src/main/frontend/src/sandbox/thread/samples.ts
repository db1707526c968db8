import type { WordKey } from "../../i18n/words";

/** Kinds of attachments for which the stand-in has a sample of its own. */
export const SAMPLES: readonly { type: string; label: WordKey }[] = [
  { type: "image", label: "sandbox.sample.image" },
  { type: "audio", label: "sandbox.sample.audio" },
  { type: "video", label: "sandbox.sample.video" },
  { type: "file", label: "sandbox.sample.file" },
  { type: "reel", label: "sandbox.sample.reel" },
  { type: "post", label: "sandbox.sample.post" },
  { type: "fallback", label: "sandbox.sample.fallback" },
  { type: "product", label: "sandbox.sample.product" },
  { type: "appointment_booking", label: "sandbox.sample.appointment" },
  { type: "unsupported_type", label: "sandbox.sample.unsupported" },
];

/** Meta's thumb in its three sizes, with the numbers it has in webhooks. */
export const STICKERS: readonly { id: number; size: "small" | "medium" | "large"; label: WordKey }[] = [
  { id: 369239263222822, size: "small", label: "sandbox.thumb.small" },
  { id: 369239343222814, size: "medium", label: "sandbox.thumb.medium" },
  { id: 369239383222810, size: "large", label: "sandbox.thumb.large" },
];

/** Places to send without typing their coordinates. */
export const PLACES = [
  { title: "Lyon, place Bellecour", latitude: 45.7578, longitude: 4.832 },
  { title: "Paris, gare de Lyon", latitude: 48.8443, longitude: 2.3744 },
  { title: "Montréal, Vieux-Port", latitude: 45.5075, longitude: -73.5544 },
] as const;
