import { WarningAlt } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useI18n } from "../i18n/i18n";
import { alertsQuery } from "../live/alerts";
import { monitorQuery } from "../live/board";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { AgentTable } from "./AgentTable";
import { CampaignTable } from "./CampaignTable";
import { MonitorTiles } from "./MonitorTiles";
import { OutwardTable } from "./OutwardTable";

/** How the desk stands at this moment, and how its day went so far. */
export function MonitorView() {
  const { t } = useI18n();
  const monitor = useQuery(monitorQuery);
  const alerted = useBelow();
  useEffect(() => {
    document.title = `${t("supervision.monitor")} – ${t("app.name")}`;
  }, [t]);
  const shown = monitor.data;

  return (
    <>
      <header className="pages__head">
        <div>
          <h1 className="pages__title">{t("supervision.title")}</h1>
          <p className="pages__lead">{t("monitor.lead")}</p>
        </div>
      </header>
      {shown === undefined ? (
        monitor.isError ? (
          <Empty icon={WarningAlt} title={t("monitor.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void monitor.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={8} />
        )
      ) : (
        <div className="board" data-testid="monitor" data-at={shown.at}>
          <MonitorTiles monitor={shown} alerted={alerted} />
          <CampaignTable campaigns={shown.campaigns} teams={shown.teams} alerted={alerted} />
          <AgentTable agents={shown.agents} campaigns={shown.campaigns} />
          <OutwardTable held={shown.heldPages} troubles={shown.pageTroubles} unsent={shown.unsent} />
        </div>
      )}
    </>
  );
}

/** The campaigns with an open alert about their service level. */
function useBelow(): ReadonlySet<string> {
  const open = useQuery(alertsQuery).data?.open ?? [];
  return new Set(open.filter(({ kind }) => kind === "SERVICE_LEVEL").map(({ subject }) => subject));
}
