import { Add, UserMultiple, WarningAlt } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Team } from "../api/teams";
import { useI18n } from "../i18n/i18n";
import { campaignOptionsQuery, campaignsQuery } from "../live/campaigns";
import { namingQuery } from "../live/rules";
import { teamsQuery } from "../live/teams";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { SubNavigation } from "../shell/SubNavigation";
import { DeleteTeam } from "./DeleteTeam";
import { TeamDialog } from "./TeamDialog";
import { TeamRow } from "./TeamRow";
import { usesOf } from "./uses";

type Asking = { kind: "new" } | { kind: "change" | "delete"; team: Team };

/** All teams with their members, and what names them. */
export function TeamList() {
  const { t } = useI18n();
  const teams = useQuery(teamsQuery);
  const options = useQuery(campaignOptionsQuery);
  const campaigns = useQuery(campaignsQuery);
  const naming = useQuery(namingQuery);
  const [asking, setAsking] = useState<Asking | null>(null);
  useEffect(() => {
    document.title = `${t("teams.title")} – ${t("app.name")}`;
  }, [t]);
  const agents = options.data?.agents ?? [];
  const nameOf = (user: string) => agents.find(({ id }) => id === user)?.name ?? user;
  const close = () => setAsking(null);

  return (
    <div className="pages">
      <SubNavigation />
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{t("teams.title")}</h1>
          <p className="pages__lead">{t("teams.lead")}</p>
        </div>
        <Button size="md" renderIcon={Add} onClick={() => setAsking({ kind: "new" })} data-testid="new-team">
          {t("teams.new")}
        </Button>
      </header>
      {teams.data === undefined ? (
        teams.isError ? (
          <Empty icon={WarningAlt} title={t("teams.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void teams.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={4} />
        )
      ) : teams.data.length === 0 ? (
        <Empty icon={UserMultiple} title={t("teams.none")} detail={t("teams.noneDetail")} />
      ) : (
        <ul className="pages__rows">
          {teams.data.map((team) => (
            <TeamRow
              key={team.id}
              team={team}
              nameOf={nameOf}
              uses={usesOf(team.id, campaigns.data, naming.data)}
              onChange={() => setAsking({ kind: "change", team })}
              onDelete={() => setAsking({ kind: "delete", team })}
            />
          ))}
        </ul>
      )}
      {asking?.kind === "new" && <TeamDialog agents={agents} onClose={close} />}
      {asking?.kind === "change" && <TeamDialog team={asking.team} agents={agents} onClose={close} />}
      {asking?.kind === "delete" && (
        <DeleteTeam team={asking.team} uses={usesOf(asking.team.id, campaigns.data, naming.data)} onClose={close} />
      )}
    </div>
  );
}
