import type { Happening } from "../../api/types";
import type { I18n } from "../../i18n/i18n";
import { reasonWords } from "../../i18n/reasons";

/** Meta's own inbox, by the number it carries in webhooks. */
const META_INBOX = "263902037430900";

export const appName = (app: string | null | undefined, { t }: I18n) =>
  t(app === META_INBOX ? `app.${META_INBOX}` : "app.unknown");

const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const HAND_OVER_REASONS = [
  "happening.HANDED_OVER.HUMAN",
  "happening.HANDED_OVER.REQUESTED",
  "happening.HANDED_OVER.UNKNOWN",
  "happening.HANDED_OVER.TURNS",
  "happening.HANDED_OVER.ATTACHMENT",
  "happening.HANDED_OVER.FAILED",
  "happening.HANDED_OVER.COST",
  "happening.HANDED_OVER.NO_MODEL",
  "happening.HANDED_OVER.OFF",
  "happening.HANDED_OVER.NOT_ALLOWED",
] as const;

/** Why the automatic agent hands over. */
export const handOverReason = (reason: string | undefined, { t }: I18n) =>
  t(HAND_OVER_REASONS.find((key) => key.endsWith(`.${reason}`)) ?? "happening.HANDED_OVER.unknown");

const LEARNT = ["question", "answers", "name", "email", "phone", "order"] as const;

/** What the automatic agent learnt before it handed over, for the agent to take in at a glance. */
export const learnt = ({ type, values }: Happening, { t }: I18n) =>
  type === "HANDED_OVER"
    ? LEARNT.flatMap((kind) => {
        const value = values[kind];
        return value === undefined ? [] : [{ kind, label: t(`happening.learnt.${kind}`), value }];
      })
    : [];

/** A line that nobody wrote, in the reader's language. */
export function happeningWords({ type, values }: Happening, i18n: I18n): string {
  const { t } = i18n;
  switch (type) {
    case "REFERRED":
      if (values.title !== undefined) return t("happening.REFERRED.ad", { title: values.title });
      if (values.ad !== undefined) return t("happening.REFERRED.adOnly");
      return values.ref === undefined ? t("happening.REFERRED") : t("happening.REFERRED.ref", { ref: values.ref });
    case "PASSED_ELSEWHERE":
      return t("happening.PASSED_ELSEWHERE", { app: appName(values.app, i18n) });
    case "CONTROL_REQUESTED":
      return capitalise(t("happening.CONTROL_REQUESTED", { app: appName(values.app, i18n) }));
    case "FEEDBACK":
      return t("happening.FEEDBACK", { feedback: values.feedback ?? "–" });
    case "NOT_SENT":
      return t("happening.NOT_SENT", { reason: reasonWords(values.code, values.reason, t) ?? t("happening.noReason") });
    case "TRANSFERRED":
      return [
        values.by === undefined ? t("happening.TRANSFERRED") : t("happening.TRANSFERRED.by", { by: values.by }),
        ...(values.note === undefined ? [] : [values.note]),
      ].join(": ");
    case "CHAT_TIME_OVER":
      return values.minutes === undefined
        ? t("happening.CHAT_TIME_OVER")
        : t("happening.CHAT_TIME_OVER.minutes", { minutes: values.minutes });
    case "HANDED_OVER":
      return t("happening.HANDED_OVER", { reason: handOverReason(values.reason, i18n) });
    case "OPTED_IN":
    case "ACCOUNT_LINKED":
    case "ACCOUNT_UNLINKED":
    case "CAME_BACK":
    case "BOT_PAUSED":
      return t(`happening.${type}`);
    default:
      // A newer server may know more than the page that was loaded before it.
      return t("happening.unknown");
  }
}
