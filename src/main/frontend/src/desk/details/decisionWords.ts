import { type Decision, REMARKS } from "../../api/finished";
import type { I18n } from "../../i18n/i18n";
import type { NameOfTarget } from "../content/happening";

const written = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

function routed({ outputs }: Decision, { t }: I18n, name: NameOfTarget): string {
  const { target, team, agent, priority } = outputs;
  const to =
    target === "team" && typeof team === "string"
      ? t("decision.team", { name: name("TEAM", team) })
      : target === "agent" && typeof agent === "string"
        ? t("decision.agent", { name: name("AGENT", agent) })
        : t(target === "ai" ? "decision.ai" : "decision.members");
  return typeof priority === "number" && priority !== 0 ? `${to}, ${t("decision.priority", { n: priority })}` : to;
}

/** What else is to be said of it; as the server wrote it where this screen has no words for it. */
export function remarkWords({ remark, coded }: Decision, { t }: I18n, name: NameOfTarget): string | null {
  const code = REMARKS.find((known) => known === coded?.code);
  if (code === undefined || coded === null) return remark;
  const { version, campaign = "–", page = "–", channel } = coded.values;
  switch (code) {
    case "OTHER_VERSION":
      return version === undefined ? t("remark.OTHER_VERSION.unknown") : t("remark.OTHER_VERSION", { version });
    case "CAMPAIGN_OTHER_PAGE":
      return t("remark.CAMPAIGN_OTHER_PAGE", { name: name("CAMPAIGN", campaign), page });
    case "CAMPAIGN_OTHER_CHANNEL":
      return t(channel === "COMMENT" ? "remark.CAMPAIGN_NO_COMMENTS" : "remark.CAMPAIGN_NO_MESSAGES", {
        name: name("CAMPAIGN", campaign),
      });
    case "CAMPAIGN_DISABLED":
      return t("remark.CAMPAIGN_DISABLED", { name: name("CAMPAIGN", campaign) });
  }
}

/** What a table decided, as one would say it. */
export function decisionWords(decision: Decision, i18n: I18n, name: NameOfTarget): string {
  const { t } = i18n;
  const { table, outputs } = decision;
  switch (table) {
    case "listening":
      if (outputs.listen === false) return t("decision.notListened");
      return typeof outputs.campaign === "string"
        ? t("decision.listened", { name: name("CAMPAIGN", outputs.campaign) })
        : t("decision.listenedDefault");
    case "business-hours":
      return t(outputs.open === false ? "decision.closed" : "decision.open");
    case "routing":
      return routed(decision, i18n, name);
    case "messaging-policy":
      return t(outputs.allowed === true ? "decision.allowed" : "decision.refused");
    default:
      return Object.entries(outputs)
        .map(([output, value]) => `${output}: ${written(value)}`)
        .join(", ");
  }
}
