import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { maySeeCampaigns } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { TeamList } from "./TeamList";
import "../styles/campaigns.scss";

/** The teams of agents that tables, overflows and transfers name. */
export default function TeamsPage() {
  const { t } = useI18n();
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>{maySeeCampaigns(me) ? <TeamList /> : <Empty title={t("teams.notAllowed")} />}</Workplace>
      )}
    </SignedIn>
  );
}
