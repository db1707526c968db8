import { WarningAlt } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useI18n } from "../i18n/i18n";
import { campaignQuery } from "../live/campaigns";
import { BackLink } from "../shell/BackLink";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { CampaignEditor } from "./CampaignEditor";
import type { Section } from "./draft";

/** One campaign, part by part. */
export function CampaignDetail({ id, section }: { id: string; section: Section }) {
  const { t } = useI18n();
  const campaign = useQuery(campaignQuery(id));
  useEffect(() => {
    document.title = `${campaign.data?.name ?? t("campaigns.title")} – ${t("app.name")}`;
  }, [campaign.data?.name, t]);

  return (
    <div className="pages pages--one campaign">
      <BackLink to="/campaigns">{t("campaigns.back")}</BackLink>
      {campaign.data !== undefined ? (
        <CampaignEditor campaign={campaign.data} section={section} />
      ) : campaign.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <Empty icon={WarningAlt} title={t("campaigns.missing")}>
          <Button kind="tertiary" size="sm" onClick={() => void campaign.refetch()}>
            {t("list.retry")}
          </Button>
        </Empty>
      )}
    </div>
  );
}
