import { NavLink } from "react-router";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { maySeeCampaigns, maySeeRules } from "./roles";

/** The screens about who gets which conversations, side by side. */
export function SubNavigation({ me }: { me: Me }) {
  const { t } = useI18n();
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
        </NavLink>
      )}
    </nav>
  );
}
