import { Link } from "react-router";
import type { Monitor } from "../api/board";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { LevelTile } from "./LevelTile";
import { lastsWords } from "./spans";
import { Tile } from "./Tile";

/** The numbers that say at a glance whether somebody has to step in. */
export function MonitorTiles({ monitor, alerted }: { monitor: Monitor; alerted: ReadonlySet<string> }) {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const now = useNow();
  const online = monitor.agents.filter(({ presence }) => presence === "ONLINE");
  const free = online.reduce((sum, { capacity, load }) => sum + Math.max(capacity - load, 0), 0);
  const lost = monitor.campaigns.reduce((sum, campaign) => sum + campaign.lost, 0);
  const completed = monitor.campaigns.reduce((sum, campaign) => sum + campaign.today.completed, 0);
  const unsent = monitor.unsent.reduce((sum, page) => sum + page.messages, 0);
  const { waiting, heldPages, stuck } = monitor;

  return (
    <dl className="board__tiles">
      <Tile
        label={t("monitor.waiting")}
        value={waiting.count}
        detail={
          waiting.count === 0
            ? t("monitor.nobodyWaits")
            : t("monitor.longest", { span: lastsWords(waiting.longestSince, now, i18n) })
        }
        testId="tile-waiting"
      />
      <Tile
        label={t("monitor.online")}
        value={online.length}
        detail={tn("monitor.free", free)}
        tone={online.length === 0 && waiting.count > 0 ? "bad" : undefined}
        testId="tile-online"
      />
      <LevelTile campaigns={monitor.campaigns} alerted={alerted} />
      <Tile label={t("monitor.completed")} value={completed} testId="tile-completed" detail={t("monitor.today")} />
      <Tile
        label={t("monitor.lost")}
        value={lost}
        detail={t("monitor.today")}
        tone={lost > 0 ? "bad" : undefined}
        testId="tile-lost"
      />
      <Tile
        label={t("monitor.unsent")}
        value={unsent}
        detail={heldPages.length > 0 ? tn("monitor.held", heldPages.length) : t("monitor.noneHeld")}
        tone={heldPages.length > 0 ? "bad" : undefined}
        testId="tile-unsent"
      />
      <Tile
        label={t("supervision.stuck")}
        value={stuck}
        detail={stuck > 0 ? <Link to="/supervision/stuck">{t("monitor.seeStuck")}</Link> : t("stuck.none")}
        tone={stuck > 0 ? "bad" : undefined}
        testId="tile-stuck"
      />
    </dl>
  );
}
