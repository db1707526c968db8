import type { Alert } from "../api/alerts";
import type { I18n } from "../i18n/i18n";
import { tookWords } from "./spans";

/** What passes which limit, in a sentence. */
export function alertWords({ kind, name, value, limit }: Alert, i18n: I18n): string {
  const inTime = kind === "LONGEST_WAIT" || kind === "INBOUND_BACKLOG";
  return i18n.t(`alert.${kind}`, {
    name,
    value: inTime ? tookWords(value, i18n) : value,
    limit: inTime ? tookWords(limit, i18n) : limit,
  });
}
