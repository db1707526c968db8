import { Edit, TrashCan } from "@carbon/icons-react";
import { IconButton } from "@carbon/react";
import type { Team } from "../api/teams";
import { useI18n } from "../i18n/i18n";
import { rowWords } from "../rules/rowWords";
import { Avatar } from "../shell/Avatar";
import type { Uses } from "./uses";

type TeamRowProps = {
  team: Team;
  nameOf: (user: string) => string;
  uses: Uses;
  onChange: () => void;
  onDelete: () => void;
};

/** One team: who is in it, and what leads to it. */
export function TeamRow({ team, nameOf, uses, onChange, onDelete }: TeamRowProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { id, name, members } = team;
  const leads = [
    ...uses.campaigns.map((campaign) => t("teams.overflowOf", { name: campaign.name })),
    ...uses.rows.map((row) => rowWords(row, i18n)),
  ];
  return (
    <li className="team-row" data-testid="team" data-id={id}>
      <div className="page-row__name">
        <button type="button" className="team-row__open" onClick={onChange}>
          {name}
        </button>
        <span className="page-row__id">{id}</span>
      </div>
      <ul className="team-row__members" aria-label={t("teams.members")}>
        {members.length === 0 && <li className="team-row__none">{t("teams.noMembers")}</li>}
        {members.map((user) => (
          <li key={user} className="team-row__member">
            <Avatar id={user} name={nameOf(user)} />
            {nameOf(user)}
          </li>
        ))}
      </ul>
      <div className="page-row__state" data-testid="team-uses">
        {leads.length === 0 ? (
          <span className="page-row__reason">{t("teams.unused")}</span>
        ) : (
          leads.map((words) => <span key={words}>{words}</span>)
        )}
      </div>
      <div className="team-row__tools">
        <IconButton kind="ghost" size="md" align="left" label={t("teams.changeTitle", { name })} onClick={onChange}>
          <Edit size={16} />
        </IconButton>
        <IconButton kind="ghost" size="md" align="left" label={t("teams.deleteNamed", { name })} onClick={onDelete}>
          <TrashCan size={16} />
        </IconButton>
      </div>
    </li>
  );
}
