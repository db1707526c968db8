import type { Delivery } from "../api/webhooks";
import type { I18n } from "../i18n/i18n";
import { alertWords } from "./alertWords";

const SCHEMES = ["http:", "https:"];

/** What is wrong with an address, as the server judges it, too; "open" is one that others on the way can read. */
export function addressFault(typed: string): "none" | "wrong" | "open" | null {
  const address = typed.trim();
  if (address === "") return "none";
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return "wrong";
  }
  if (!SCHEMES.includes(url.protocol) || url.username !== "" || url.password !== "") return "wrong";
  return url.protocol === "http:" ? "open" : null;
}

const EVENTS = {
  "alert.raised": "delivery.raised",
  "alert.changed": "delivery.changed",
  "alert.resolved": "delivery.resolved",
  test: "delivery.test",
} as const;
const isKnown = (event: string): event is keyof typeof EVENTS => event in EVENTS;

/** What a receiver is told, in a sentence. */
export function deliveryWords({ event, alert }: Delivery, i18n: I18n): string {
  return isKnown(event) ? i18n.t(EVENTS[event], { what: alertWords(alert, i18n) }) : event;
}

/** What the receiver answered last, or why there was no answer. */
export function answerWords({ lastStatus, lastError }: Delivery, { t }: I18n): string {
  if (lastStatus !== null) return t("delivery.status", { status: lastStatus });
  return lastError ?? t("delivery.noAnswerYet");
}
