import type { Alert } from "../api/alerts";
import type { I18n } from "../i18n/i18n";

/** What passes which limit, in a sentence. */
export function alertWords({ kind, name, value, limit }: Alert, { t, formats }: I18n): string {
  const inTime = kind === "LONGEST_WAIT" || kind === "INBOUND_BACKLOG";
  const told = kind === "SERVICE_LEVEL" ? formats.percent : inTime ? formats.took : String;
  return t(`alert.${kind}`, { name, value: told(value), limit: told(limit) });
}
