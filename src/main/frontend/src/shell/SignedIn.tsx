import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { isUnauthenticated } from "../api/client";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { meQuery } from "../live/queries";
import { loginPath } from "../login/returnTo";
import { Empty } from "./Empty";
import { Loading } from "./Loading";

/** A screen for whoever is logged in; all others are led to the login page and back. */
export function SignedIn({ children }: { children: (me: Me) => ReactNode }) {
  const { t } = useI18n();
  const location = useLocation();
  const me = useQuery(meQuery);

  if (isUnauthenticated(me.error)) {
    const ended = me.data !== undefined;
    return <Navigate to={loginPath(location.pathname + location.search, ended)} replace />;
  }
  if (me.data !== undefined) return children(me.data);
  if (me.isPending) return <Loading />;
  return (
    <main className="whole-page" role="alert">
      <Empty title={t("login.noAnswer")}>
        <button type="button" className="link" onClick={() => void me.refetch()}>
          {t("list.retry")}
        </button>
      </Empty>
    </main>
  );
}
