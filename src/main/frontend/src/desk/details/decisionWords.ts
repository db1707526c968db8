import type { Decision } from "../../api/finished";
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
    default:
      return Object.entries(outputs)
        .map(([output, value]) => `${output}: ${written(value)}`)
        .join(", ");
  }
}
