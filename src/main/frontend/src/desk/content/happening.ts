import type { Happening } from "../../api/types";
import type { I18n } from "../../i18n/i18n";

/** Meta's own inbox, by the number it carries in webhooks. */
const META_INBOX = "263902037430900";

export const appName = (app: string | null | undefined, { t }: I18n) =>
  t(app === META_INBOX ? `app.${META_INBOX}` : "app.unknown");

const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

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
      return t("happening.NOT_SENT", { reason: values.reason ?? t("happening.noReason") });
    case "TRANSFERRED":
      return [
        values.by === undefined ? t("happening.TRANSFERRED") : t("happening.TRANSFERRED.by", { by: values.by }),
        ...(values.note === undefined ? [] : [values.note]),
      ].join(": ");
    case "CHAT_TIME_OVER":
      return values.minutes === undefined
        ? t("happening.CHAT_TIME_OVER")
        : t("happening.CHAT_TIME_OVER.minutes", { minutes: values.minutes });
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
