import { Add, Archive, Bullhorn, WarningAlt } from "@carbon/icons-react";
import { Button, Tag } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import type { Campaign } from "../api/campaigns";
import type { Naming } from "../api/rules";
import { useI18n } from "../i18n/i18n";
import { archiveQuery, campaignsQuery } from "../live/campaigns";
import { givesCampaigns, namingQuery } from "../live/rules";
import { ProblemNotice } from "../rules/ProblemNotice";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { SubNavigation } from "../shell/SubNavigation";
import { CampaignState } from "./CampaignState";
import { CreateDialog } from "./CreateDialog";
import { useCampaignCalls } from "./useCampaignCalls";

/** All campaigns with how it stands with them, and what is missing. */
export function CampaignList() {
  const { t } = useI18n();
  const campaigns = useQuery(campaignsQuery);
  const archive = useQuery(archiveQuery);
  const naming = useQuery(namingQuery);
  const [creating, setCreating] = useState(false);
  useEffect(() => {
    document.title = `${t("campaigns.title")} – ${t("app.name")}`;
  }, [t]);

  return (
    <div className="pages">
      <SubNavigation />
      <header className="pages__head">
        <div>
          <h1 className="pages__title">{t("campaigns.title")}</h1>
          <p className="pages__lead">{t("campaigns.lead")}</p>
        </div>
        <Button size="md" renderIcon={Add} onClick={() => setCreating(true)} data-testid="new-campaign">
          {t("campaigns.new")}
        </Button>
      </header>
      <ProblemNotice />
      {campaigns.data === undefined ? (
        campaigns.isError ? (
          <Empty icon={WarningAlt} title={t("campaigns.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void campaigns.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={6} />
        )
      ) : (
        <>
          <ul className="pages__rows">
            {campaigns.data.map((campaign) => (
              <CampaignRow
                key={campaign.id}
                campaign={campaign}
                unnamed={naming.data !== undefined && isUnnamed(campaign, naming.data)}
              />
            ))}
          </ul>
          {campaigns.data.every(({ catchAll }) => catchAll) && (
            <Empty icon={Bullhorn} title={t("campaigns.only")} detail={t("campaigns.onlyDetail")} />
          )}
        </>
      )}
      {archive.data !== undefined && archive.data.length > 0 && (
        <section aria-labelledby="archive" className="campaigns__archive">
          <h2 id="archive" className="campaigns__heading">
            <Archive size={16} />
            {t("campaigns.archive")}
          </h2>
          <ul className="pages__rows">
            {archive.data.map((campaign) => (
              <ArchivedRow key={campaign.id} campaign={campaign} />
            ))}
          </ul>
        </section>
      )}
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </div>
  );
}

/** No row gives it conversations, as far as can be told. */
const isUnnamed = ({ id, catchAll, enabled }: Campaign, { campaigns, computed }: Naming) =>
  enabled && !catchAll && campaigns[id] === undefined && !computed.some(givesCampaigns);

function CampaignRow({ campaign, unnamed }: { campaign: Campaign; unnamed: boolean }) {
  const { t, tn } = useI18n();
  const { id, name, catchAll, pages, members, missing, schedule } = campaign;
  return (
    <li className="campaign-row" data-testid="campaign" data-id={id}>
      <div className="page-row__name">
        <Link to={`/campaigns/${encodeURIComponent(id)}`} className="page-row__link">
          {name}
        </Link>
        <span className="page-row__id">{id}</span>
      </div>
      <div className="campaign-row__facts">
        {catchAll && (
          <Tag type="outline" size="sm">
            {t("campaigns.catchAll")}
          </Tag>
        )}
        <span>{catchAll ? t("campaigns.allPages") : tn("campaigns.pages", pages.length)}</span>
        <span>{members.everyone ? t("campaigns.everyone") : tn("campaigns.members", members.list.length)}</span>
        <span>{schedule === "always" || schedule === "office" ? t(`schedule.${schedule}`) : schedule}</span>
      </div>
      <div className="page-row__state">
        <CampaignState campaign={campaign} />
        {unnamed && <span className="page-row__reason">{t("naming.mark")}</span>}
        {missing.map(({ code }) => (
          <span key={code} className="page-row__reason">
            {t(`lack.${code}`)}
          </span>
        ))}
      </div>
    </li>
  );
}

function ArchivedRow({ campaign }: { campaign: Campaign }) {
  const { t } = useI18n();
  const { restore } = useCampaignCalls(campaign);
  return (
    <li className="campaign-row campaign-row--archived">
      <div className="page-row__name">
        <span className="campaign-row__name">{campaign.name}</span>
        <span className="page-row__id">{campaign.id}</span>
      </div>
      <Button kind="ghost" size="sm" onClick={() => restore.mutate()} disabled={restore.isPending}>
        {t("campaigns.restore")}
      </Button>
    </li>
  );
}
