import { Bullhorn } from "@carbon/icons-react";
import { Button, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Tag } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { Loaded } from "../admin/Loaded";
import type { AlertLimits } from "../api/alerts";
import type { Campaign } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { alertLimitsQuery } from "../live/alerts";
import { campaignsQuery } from "../live/campaigns";
import { BackLink } from "../shell/BackLink";
import { Empty } from "../shell/Empty";
import { LimitsDialog } from "./LimitsDialog";
import { isUsual } from "./limits";

const COLUMNS = ["campaign", "waiting", "longest", "level", "change"] as const;

/** From when on an alert is raised, campaign by campaign. */
export function LimitList() {
  const { t } = useI18n();
  const limits = useQuery(alertLimitsQuery);
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const [changing, setChanging] = useState<AlertLimits | null>(null);
  useEffect(() => {
    document.title = `${t("limits.title")} – ${t("app.name")}`;
  }, [t]);
  const campaignOf = (id: string) => campaigns.find((campaign) => campaign.id === id);
  const target = (campaign: Campaign | undefined) => campaign?.thresholds.serviceLevelTarget || null;

  return (
    <>
      <BackLink to="/supervision/alerts">{t("supervision.alerts")}</BackLink>
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{t("limits.title")}</h1>
          <p className="pages__lead">{t("limits.lead")}</p>
        </div>
      </header>
      <Loaded query={limits} failed={t("limits.failed")}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={Bullhorn} title={t("limits.none")} detail={t("limits.noneDetail")} />
          ) : (
            <div className="board__scroll">
              <Table size="lg" aria-label={t("limits.title")}>
                <TableHead>
                  <TableRow>
                    {COLUMNS.map((column) => (
                      <TableHeader key={column}>
                        {column === "change" ? (
                          <span className="visually-hidden">{t("limits.change")}</span>
                        ) : (
                          t(`limitColumn.${column}`)
                        )}
                      </TableHeader>
                    ))}
                  </TableRow>
                </TableHead>
                <TableBody>
                  {all.map((row) => (
                    <LimitRow
                      key={row.campaign}
                      limits={row}
                      name={campaignOf(row.campaign)?.name ?? row.campaign}
                      target={target(campaignOf(row.campaign))}
                      onChange={() => setChanging(row)}
                    />
                  ))}
                </TableBody>
              </Table>
            </div>
          )
        }
      </Loaded>
      {changing !== null && (
        <LimitsDialog
          limits={changing}
          present={limits.data?.find(({ campaign }) => campaign === changing.campaign) ?? changing}
          name={campaignOf(changing.campaign)?.name ?? changing.campaign}
          target={target(campaignOf(changing.campaign))}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  );
}

type LimitRowProps = { limits: AlertLimits; name: string; target: number | null; onChange: () => void };

function LimitRow({ limits, name, target, onChange }: LimitRowProps) {
  const { t, tn, formats } = useI18n();
  const { waiting, longestWait, serviceLevel } = limits;
  const level = serviceLevel === null ? target : serviceLevel === 0 ? null : serviceLevel;
  return (
    <TableRow data-testid="limit-row" data-campaign={limits.campaign}>
      <TableCell>
        <Link to={`/campaigns/${encodeURIComponent(limits.campaign)}`} className="board__name">
          {name}
        </Link>{" "}
        {isUsual(limits) && (
          <Tag size="sm" type="gray">
            {t("limits.usual")}
          </Tag>
        )}
      </TableCell>
      <TableCell>{waiting === 0 ? t("limits.never") : tn("limits.customers", waiting)}</TableCell>
      <TableCell>
        {longestWait === 0 ? t("limits.never") : t("limits.span", { span: formats.took(longestWait) })}
      </TableCell>
      <TableCell>
        {level === null ? t("limits.never") : t("limits.below", { percent: formats.percent(level) })}
        {level !== null && serviceLevel === null && <span className="board__aside">{t("limits.asTarget")}</span>}
      </TableCell>
      <TableCell className="board__number">
        <Button kind="ghost" size="sm" aria-label={t("limits.changeNamed", { name })} onClick={onChange}>
          {t("limits.change")}
        </Button>
      </TableCell>
    </TableRow>
  );
}
