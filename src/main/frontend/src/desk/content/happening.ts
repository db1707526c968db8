import { type Happening, META_INBOX } from "../../api/types";
import type { I18n } from "../../i18n/i18n";
import { reasonWords } from "../../i18n/reasons";

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

/** Why the AI agent hands over. */
export const handOverReason = (reason: string | undefined, { t }: I18n) =>
  t(HAND_OVER_REASONS.find((key) => key.endsWith(`.${reason}`)) ?? "happening.HANDED_OVER.unknown");

const LEARNT = ["question", "answers", "name", "email", "phone", "order"] as const;

type Fact = { kind: string; label: string; value: string };

/** What who goes on is to know: what the AI agent learnt, or the note of who handed it on. */
export function factsOf({ type, values }: Happening, { t }: I18n): Fact[] {
  if (type === "TRANSFERRED" && values.note !== undefined)
    return [{ kind: "note", label: t("happening.note"), value: values.note }];
  if (type !== "HANDED_OVER") return [];
  return LEARNT.flatMap((kind) => {
    const value = values[kind];
    return value === undefined ? [] : [{ kind, label: t(`happening.learnt.${kind}`), value }];
  });
}

/** Whoever hands on without a note has made the note before stale; where nobody did it, nobody has read it yet. */
const handsOn = ({ type, values }: Happening) =>
  type === "HANDED_OVER" || (type === "TRANSFERRED" && values.why === undefined);

/** The last that was left for who has it now; what the AI agent learnt of the customer stays true. */
export const leftToKnow = (happenings: readonly Happening[], i18n: I18n): Happening | undefined =>
  [happenings.findLast(handsOn), happenings.findLast(({ type }) => type === "HANDED_OVER")].find(
    (one) => one !== undefined && factsOf(one, i18n).length > 0,
  );

/** What an agent, a team or a campaign is called. */
export type NameOfTarget = (kind: "AGENT" | "TEAM" | "CAMPAIGN", id: string) => string;
const asWritten: NameOfTarget = (_, id) => id;

function targetWords({ to, id }: Happening["values"], { t }: I18n, name: NameOfTarget): string {
  switch (to) {
    case "AGENT":
      return id === undefined ? t("happening.to.unknown") : name(to, id);
    case "TEAM":
    case "CAMPAIGN":
      return t(`happening.to.${to}`, { name: id === undefined ? "–" : name(to, id) });
    case "AI":
    case "QUEUE":
      return t(`happening.to.${to}`);
    default:
      return t("happening.to.unknown");
  }
}

/** From whom to whom, and by whom; or why nobody did it. */
function handedOn(values: Happening["values"], i18n: I18n, name: NameOfTarget): string {
  const { t } = i18n;
  const { by, from, why } = values;
  if (why === "NOT_OPENED" || why === "LEFT")
    return t(`happening.TRANSFERRED.${why}`, { from: from ?? t("happening.anAgent") });
  const to = targetWords(values, i18n, name);
  if (by === undefined) return t("happening.TRANSFERRED.to", { to });
  if (from === undefined || from === by) return t("happening.TRANSFERRED.byTo", { by, to });
  return t("happening.TRANSFERRED.byFromTo", { by, from, to });
}

const STEPS = ["greeting", "away", "overflow", "tell-waiting", "survey", "survey-held-up"] as const;

/** Which message it was, where that is one of those that people know. */
function notSent(step: string | undefined) {
  const known = STEPS.find((one) => one === step);
  return known === undefined ? "happening.NOT_SENT" : (`happening.NOT_SENT.${known}` as const);
}

/** A line that nobody wrote, in the reader's language. */
export function happeningWords({ type, values }: Happening, i18n: I18n, name: NameOfTarget = asWritten): string {
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
      return t(notSent(values.step), { reason: reasonWords(values.code, values.reason, t) ?? t("happening.noReason") });
    case "TRANSFERRED":
      return handedOn(values, i18n, name);
    case "TAKEN_OVER":
      return values.from === undefined
        ? t("happening.TAKEN_OVER", { by: values.by ?? "–" })
        : t("happening.TAKEN_OVER.from", { by: values.by ?? "–", from: values.from });
    case "CHAT_TIME_OVER":
      return values.minutes === undefined
        ? t("happening.CHAT_TIME_OVER")
        : t("happening.CHAT_TIME_OVER.minutes", { minutes: values.minutes });
    case "CONTINUED":
      return t("happening.CONTINUED", { by: values.by ?? "–" });
    case "BLOCKED":
      return t("happening.BLOCKED", { by: values.by ?? "–", reason: values.reason ?? "–" });
    case "UNBLOCKED":
      return t("happening.UNBLOCKED", { by: values.by ?? "–" });
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
