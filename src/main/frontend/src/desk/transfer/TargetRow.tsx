import { Bot, Bullhorn, ListBoxes, UserMultiple } from "@carbon/icons-react";
import type { ComponentType } from "react";
import type { Crew } from "../../api/transfer";
import { useI18n } from "../../i18n/i18n";
import { Avatar } from "../../shell/Avatar";
import { type Choice, isShownToAll, wordsOf } from "./choices";

const ICONS: Record<Exclude<Choice["kind"], "agent">, ComponentType<{ size: number }>> = {
  team: UserMultiple,
  campaign: Bullhorn,
  assistant: Bot,
  queue: ListBoxes,
};

type TargetRowProps = { choice: Choice; chosen: boolean; onChoose: () => void };

/** One of those to whom it can go, with how it stands with them. */
export function TargetRow({ choice, chosen, onChoose }: TargetRowProps) {
  const { t } = useI18n();
  const { kind } = choice;
  const Icon = kind === "agent" ? null : ICONS[kind];
  const name = wordsOf(choice, t);
  return (
    <label className={`target ${chosen ? "target--chosen" : ""}`} data-testid="target" data-target={choice.key}>
      <input
        type="radio"
        name="transfer-target"
        className="visually-hidden"
        checked={chosen}
        onChange={onChoose}
        value={choice.key}
      />
      {kind === "agent" ? (
        <Avatar id={choice.agent.id} name={name} />
      ) : (
        <span className="target__icon">{Icon !== null && <Icon size={20} />}</span>
      )}
      <span className="target__name">{name}</span>
      <Standing choice={choice} />
    </label>
  );
}

function Standing({ choice }: { choice: Choice }) {
  const { t, formats } = useI18n();
  switch (choice.kind) {
    case "agent": {
      const { presence, load, capacity, room } = choice.agent;
      return (
        <span className="target__standing">
          <span className={`dot dot--still-${presence.toLowerCase()}`} aria-hidden="true" />
          <span>{t(`presence.${presence}`)}</span>
          <span className={presence === "ONLINE" && !room ? "target__full" : ""}>
            {t("presence.load", { load, capacity })}
          </span>
        </span>
      );
    }
    case "team":
      return <CrewOf crew={choice.team.crew} shownToAll={choice.shownToAll} />;
    case "campaign": {
      const { open, opensAt, crew } = choice.campaign;
      if (open) return <CrewOf crew={crew} shownToAll={isShownToAll(choice.campaign)} />;
      return (
        <span className="target__standing target__standing--closed">
          {opensAt === null ? t("transfer.closedMark") : t("transfer.closedUntil", { when: formats.moment(opensAt) })}
        </span>
      );
    }
    default:
      return null;
  }
}

function CrewOf({ crew, shownToAll }: { crew: Crew; shownToAll: boolean }) {
  const { t, tn } = useI18n();
  const state = crew.online === 0 ? "offline" : "online";
  return (
    <span className="target__standing">
      <span className={`dot dot--still-${state}`} aria-hidden="true" />
      <span>{crew.members === 0 ? t("transfer.noMembers") : tn("transfer.online", crew.online)}</span>
      {crew.online > 0 && !shownToAll && (
        <span className={crew.free === 0 ? "target__full" : ""}>{tn("transfer.free", crew.free)}</span>
      )}
    </span>
  );
}
