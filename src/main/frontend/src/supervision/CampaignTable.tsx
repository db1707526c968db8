import { CheckmarkFilled, WarningAltFilled } from "@carbon/icons-react";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { Link } from "react-router";
import type { CampaignRow, ServiceLevel, TeamRow } from "../api/board";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { lastsWords } from "./spans";

const COLUMNS = ["name", "waiting", "longest", "active", "level", "lost", "completed", "average"] as const;

type CampaignTableProps = { campaigns: CampaignRow[]; teams: TeamRow[]; alerted: ReadonlySet<string> };

/** The queue and the day, campaign by campaign, and who waits for which team. */
export function CampaignTable({ campaigns, teams, alerted }: CampaignTableProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const now = useNow();
  const awaited = teams.filter(({ waiting }) => waiting.count > 0);
  return (
    <section className="board__part">
      <h2 className="board__title">{t("nav.campaigns")}</h2>
      <div className="board__scroll">
        <Table size="md" aria-label={t("nav.campaigns")}>
          <TableHead>
            <TableRow>
              {COLUMNS.map((column) => (
                <TableHeader key={column} className={column === "name" ? "" : "board__number"}>
                  {t(`campaignColumn.${column}`)}
                </TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {campaigns.map((row) => (
              <TableRow key={row.id} data-testid="campaign-row" data-id={row.id}>
                <TableCell>
                  <Link to={`/campaigns/${encodeURIComponent(row.id)}`} className="board__name">
                    {row.name}
                  </Link>
                  <span className="board__aside">{row.zone}</span>
                </TableCell>
                <TableCell className="board__number" data-testid="campaign-waiting">
                  {row.waiting.count}
                </TableCell>
                <TableCell className="board__number">{lastsWords(row.waiting.longestSince, now, i18n)}</TableCell>
                <TableCell className="board__number">{row.active}</TableCell>
                <TableCell className="board__number">
                  <Level level={row.serviceLevel} alerted={alerted.has(row.id)} />
                </TableCell>
                <TableCell className="board__number">{row.lost}</TableCell>
                <TableCell className="board__number" data-testid="campaign-completed">
                  {row.today.completed}
                </TableCell>
                <TableCell className="board__number">{i18n.formats.took(row.today.averageSeconds)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {awaited.length > 0 && (
        <ul className="board__teams">
          {awaited.map(({ id, name, waiting }) => (
            <li key={id} data-testid="team-waiting">
              {t("monitor.teamWaits", {
                name,
                n: waiting.count,
                span: lastsWords(waiting.longestSince, now, i18n),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type LevelProps = { level: ServiceLevel; alerted: boolean };

/** Red only with an alert: of a few answers a single late one says little. */
function Level({ level: { target, percent, met, missed }, alerted }: LevelProps) {
  const { t, formats } = useI18n();
  if (target === null) return <>{t("monitor.noTarget")}</>;
  const below = percent !== null && percent < target;
  return (
    <>
      <span className={`board__level ${alerted ? "board__level--below" : ""}`}>
        {alerted ? <WarningAltFilled size={16} /> : percent !== null && !below && <CheckmarkFilled size={16} />}
        {percent === null ? "–" : formats.percent(percent)}
        {below && <span className="visually-hidden">{t("monitor.belowTarget")}</span>}
      </span>
      <span className="board__aside">
        {percent === null
          ? t("monitor.target", { target: formats.percent(target) })
          : t("monitor.ofTarget", { met, all: met + missed, target: formats.percent(target) })}
      </span>
    </>
  );
}
