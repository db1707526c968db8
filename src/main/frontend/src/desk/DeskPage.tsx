import { useQuery } from "@tanstack/react-query";
import { Navigate, useLocation, useParams } from "react-router";
import { isUnauthenticated } from "../api/client";
import { useI18n } from "../i18n/i18n";
import { meQuery } from "../live/queries";
import { loginPath } from "../login/returnTo";
import { Empty } from "../shell/Empty";
import { Loading } from "../shell/Loading";
import { ToastProvider } from "../shell/Toasts";
import { Desk } from "./Desk";
import "../styles/desk.scss";

/** The desk for whoever is logged in; all others are led to the login page and back. */
export default function DeskPage() {
  const { t } = useI18n();
  const location = useLocation();
  const { id } = useParams();
  const me = useQuery(meQuery);

  if (isUnauthenticated(me.error)) {
    const ended = me.data !== undefined;
    return <Navigate to={loginPath(location.pathname, ended)} replace />;
  }
  if (me.data !== undefined) {
    return (
      <ToastProvider>
        <Desk me={me.data} openId={id} />
      </ToastProvider>
    );
  }
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
