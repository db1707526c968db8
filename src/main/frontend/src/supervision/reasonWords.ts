import type { StuckCause } from "../api/monitor";
import type { I18n } from "../i18n/i18n";

/** Why a conversation does not move, in a sentence. */
export function reasonWords({ kind, subject, version }: StuckCause, { t }: I18n): string {
  if (kind === "TABLE" && version === null) return t("stuckReason.TABLE_MISSING", { subject: subject ?? "" });
  return t(`stuckReason.${kind}`, { subject: subject ?? "", version: version ?? "" });
}

/** What the engine says of it, where that tells more than the sentence. */
export const reasonDetail = ({ kind, message }: StuckCause) =>
  kind === "TABLE" || kind === "JOB_FAILED" ? message : null;
