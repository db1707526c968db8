import { useQuery } from "@tanstack/react-query";
import { NavLink } from "react-router";
import { useI18n } from "../i18n/i18n";
import { alertsQuery } from "../live/alerts";
import { stuckQuery } from "../live/monitor";

/** What those who lead look after, side by side. */
export function SupervisionTabs() {
  const { t, tn } = useI18n();
  const stuck = useQuery(stuckQuery).data?.length ?? 0;
  const alerts = useQuery(alertsQuery).data?.open.length ?? 0;
  return (
    <nav className="subnav" aria-label={t("supervision.title")}>
      <NavLink to="/supervision" end className="subnav__link" data-testid="tab-monitor">
        {t("supervision.monitor")}
      </NavLink>
      <NavLink to="/supervision/stuck" className="subnav__link" data-testid="tab-stuck">
        {t("supervision.stuck")}
        {stuck > 0 && (
          <span className="badge badge--alert">
            <span aria-hidden="true">{stuck}</span>
            <span className="visually-hidden">{tn("nav.stuck", stuck)}</span>
          </span>
        )}
      </NavLink>
      <NavLink to="/supervision/recordings" className="subnav__link" data-testid="tab-recordings">
        {t("supervision.recordings")}
      </NavLink>
      <NavLink to="/supervision/blocked" className="subnav__link" data-testid="tab-blocked">
        {t("supervision.blocked")}
      </NavLink>
      <NavLink to="/supervision/alerts" className="subnav__link" data-testid="tab-alerts">
        {t("supervision.alerts")}
        {alerts > 0 && (
          <span className="badge badge--alert" aria-hidden="true">
            {alerts}
          </span>
        )}
      </NavLink>
    </nav>
  );
}
