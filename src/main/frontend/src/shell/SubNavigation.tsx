import { NavLink } from "react-router";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { Badge } from "./Badge";
import { maySeeCampaigns, maySeeRules } from "./roles";
import { useApprovals } from "./useApprovals";

/** The screens about who gets which conversations, side by side. */
export function SubNavigation({ me }: { me: Me }) {
  const { t, tn } = useI18n();
  const approvals = useApprovals(me);
  return (
    <nav className="subnav" aria-label={t("subnav.label")}>
      {maySeeCampaigns(me) && (
        <>
          <NavLink to="/campaigns" className="subnav__link" data-testid="subnav-campaigns">
            {t("nav.campaigns")}
          </NavLink>
          <NavLink to="/teams" className="subnav__link" data-testid="subnav-teams">
            {t("teams.title")}
          </NavLink>
        </>
      )}
      {maySeeRules(me) && (
        <NavLink to="/rules" className="subnav__link" data-testid="subnav-rules">
          {t("rules.title")}
          <Badge n={approvals} words={tn("nav.approvals", approvals)} testId="subnav-approvals" />
        </NavLink>
      )}
    </nav>
  );
}
