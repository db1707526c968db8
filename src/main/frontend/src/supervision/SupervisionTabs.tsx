import { useQuery } from "@tanstack/react-query";
import { NavLink } from "react-router";
import { useI18n } from "../i18n/i18n";
import { stuckQuery } from "../live/monitor";

/** What those who lead look after, side by side. */
export function SupervisionTabs() {
  const { t, tn } = useI18n();
  const stuck = useQuery(stuckQuery).data?.length ?? 0;
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
    </nav>
  );
}
