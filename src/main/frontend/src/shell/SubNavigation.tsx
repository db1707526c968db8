import { NavLink } from "react-router";
import { useI18n } from "../i18n/i18n";

/** The screens about who gets which conversations, side by side. */
export function SubNavigation() {
  const { t } = useI18n();
  return (
    <nav className="subnav" aria-label={t("subnav.label")}>
      <NavLink to="/campaigns" className="subnav__link" data-testid="subnav-campaigns">
        {t("nav.campaigns")}
      </NavLink>
      <NavLink to="/teams" className="subnav__link" data-testid="subnav-teams">
        {t("teams.title")}
      </NavLink>
    </nav>
  );
}
