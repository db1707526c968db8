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

const EVENTS = ["alert.raised", "alert.resolved", "test"] as const;

/** What a receiver is told, in a sentence. */
export function deliveryWords({ event, alert }: Delivery, i18n: I18n): string {
  const known = EVENTS.find((one) => one === event);
  if (known === undefined) return event;
  return known === "test"
    ? i18n.t("delivery.test")
    : i18n.t(known === "alert.raised" ? "delivery.raised" : "delivery.resolved", { what: alertWords(alert, i18n) });
}

/** What the receiver answered last, or why there was no answer. */
export function answerWords({ lastStatus, lastError }: Delivery, { t }: I18n): string {
  if (lastStatus !== null) return t("delivery.status", { status: lastStatus });
  return lastError ?? t("delivery.noAnswerYet");
}
