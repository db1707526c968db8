import { useQuery } from "@tanstack/react-query";
import { NavLink, useMatch } from "react-router";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { stuckQuery } from "../live/monitor";
import { needsAttention, pagesQuery } from "../live/pages";
import { Badge } from "./Badge";
import { mayAdminister, mayAnswer, maySeeCampaigns, maySeePages, maySeeRules, maySupervise } from "./roles";
import { useApprovals } from "./useApprovals";

/** The screens a person may use, and how many Pages and conversations wait for somebody. */
export function Navigation({ me }: { me: Me }) {
  const { t, tn } = useI18n();
  const pages = useQuery({ ...pagesQuery, enabled: maySeePages(me) });
  const waiting = pages.data?.filter(needsAttention).length ?? 0;
  const stuck = useQuery({ ...stuckQuery, enabled: maySupervise(me) }).data?.length ?? 0;
  // Its address lies below the one of the Pages, but it is a screen of its own.
  const privacy = useMatch("/pages/privacy") !== null;
  const teams = useMatch("/teams") !== null;
  const toApprove = useApprovals(me);
  if (!maySeePages(me) && !maySeeRules(me)) return null;
  return (
    <nav className="screens" aria-label={t("nav.label")}>
      {mayAnswer(me) && (
        <NavLink to="/desk" className="screens__link" data-testid="nav-desk">
          {t("nav.desk")}
        </NavLink>
      )}
      {maySupervise(me) && (
        <NavLink to="/supervision" className="screens__link" data-testid="nav-supervision">
          {t("nav.supervision")}
          <Badge n={stuck} words={tn("nav.stuck", stuck)} testId="nav-stuck" />
        </NavLink>
      )}
      {maySupervise(me) && (
        <NavLink to="/reports" className="screens__link" data-testid="nav-reports">
          {t("nav.reports")}
        </NavLink>
      )}
      {maySeeCampaigns(me) && (
        <NavLink
          to="/campaigns"
          className={({ isActive }) => `screens__link ${isActive || teams ? "active" : ""}`}
          data-testid="nav-campaigns"
        >
          {t("nav.campaigns")}
        </NavLink>
      )}
      {maySeeRules(me) && (
        <NavLink to="/rules" className="screens__link" data-testid="nav-rules">
          {t("nav.rules")}
          <Badge n={toApprove} words={tn("nav.approvals", toApprove)} testId="nav-approvals" />
        </NavLink>
      )}
      {maySeePages(me) && (
        <>
          <NavLink to="/pages" end={privacy} className="screens__link" data-testid="nav-pages">
            {t("nav.pages")}
            <Badge n={waiting} words={tn("nav.attention", waiting)} testId="nav-attention" />
          </NavLink>
          <NavLink to="/pages/privacy" className="screens__link" data-testid="nav-privacy">
            {t("nav.privacy")}
          </NavLink>
          {mayAdminister(me) && (
            <NavLink to="/admin" className="screens__link" data-testid="nav-admin">
              {t("nav.admin")}
            </NavLink>
          )}
        </>
      )}
    </nav>
  );
}
