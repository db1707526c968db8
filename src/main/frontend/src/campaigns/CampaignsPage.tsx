import { useParams } from "react-router";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { maySeeCampaigns } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { CampaignDetail } from "./CampaignDetail";
import { CampaignList } from "./CampaignList";
import { SECTIONS } from "./draft";
import "../styles/campaigns.scss";

/** The campaigns, or one of them. */
export default function CampaignsPage() {
  const { t } = useI18n();
  const { id, section } = useParams();
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>
          {!maySeeCampaigns(me) ? (
            <Empty title={t("campaigns.notAllowed")} />
          ) : id === undefined ? (
            <CampaignList />
          ) : (
            <CampaignDetail key={id} id={id} section={SECTIONS.find((one) => one === section) ?? "general"} />
          )}
        </Workplace>
      )}
    </SignedIn>
  );
}
