import { Link } from "react-router";
import type { CampaignRow } from "../api/board";
import { useI18n } from "../i18n/i18n";
import { Tile } from "./Tile";

type LevelTileProps = { campaigns: CampaignRow[]; alerted: ReadonlySet<string> };

/** The service level of all campaigns; bad where there is an alert about one, which waits for enough answers. */
export function LevelTile({ campaigns, alerted }: LevelTileProps) {
  const { t, tn, formats } = useI18n();
  const levels = campaigns.map(({ serviceLevel }) => serviceLevel);
  const met = levels.reduce((sum, level) => sum + level.met, 0);
  const all = levels.reduce((sum, level) => sum + level.met + level.missed, 0);
  const targets = levels.flatMap(({ target }) => (target === null ? [] : [target]));
  const kept = levels.every(({ target, percent }) => target === null || percent === null || percent >= target);
  const compared = [...new Set([Math.min(...targets), Math.max(...targets)])].map(formats.percent).join("–");
  return (
    <Tile
      label={t("monitor.serviceLevel")}
      value={formats.share(met, all) ?? "–"}
      detail={
        <>
          {all === 0
            ? t("monitor.nothingDue")
            : targets.length === 0
              ? t("monitor.met", { met, all })
              : t("monitor.ofTarget", { met, all, target: compared })}
          <br />
          <Link to="/supervision/alerts/limits" className="link">
            {alerted.size > 0 ? tn("monitor.below", alerted.size) : t("monitor.limits")}
          </Link>
        </>
      }
      tone={alerted.size > 0 ? "bad" : all > 0 && targets.length > 0 && kept ? "good" : undefined}
      testId="tile-level"
    />
  );
}
