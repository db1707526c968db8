import { Checkmark, CheckmarkOutline, WarningAlt, WarningAltFilled } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";
import { type Alert, acknowledgeAlert } from "../api/alerts";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { alertsQuery } from "../live/alerts";
import { useNow } from "../live/now";
import { keys } from "../live/queries";
import { userNamesQuery } from "../live/targets";
import { Empty } from "../shell/Empty";
import { mayAdminister } from "../shell/roles";
import { Skeleton } from "../shell/Skeleton";
import { useToast } from "../shell/Toasts";
import { alertWords } from "./alertWords";
import { lastsWords } from "./spans";

/** What passes a limit now, and what did lately. */
export function AlertList({ me }: { me: Me }) {
  const { t } = useI18n();
  const alerts = useQuery(alertsQuery);
  useEffect(() => {
    document.title = `${t("supervision.alerts")} – ${t("app.name")}`;
  }, [t]);
  const shown = alerts.data;
  return (
    <>
      <header className="pages__head">
        <div>
          <h1 className="pages__title">{t("supervision.alerts")}</h1>
          <p className="pages__lead">{t("alerts.lead")}</p>
        </div>
        <div className="alerts__tools">
          <Button as={Link} to="/supervision/alerts/limits" kind="tertiary" size="md" data-testid="to-limits">
            {t("limits.title")}
          </Button>
          {mayAdminister(me) && (
            <Button as={Link} to="/supervision/alerts/webhooks" kind="tertiary" size="md" data-testid="to-webhooks">
              {t("webhooks.title")}
            </Button>
          )}
        </div>
      </header>
      {shown === undefined ? (
        alerts.isError ? (
          <Empty icon={WarningAlt} title={t("alerts.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void alerts.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={5} />
        )
      ) : (
        <div className="board">
          {shown.open.length === 0 ? (
            <div data-testid="no-alerts">
              <Empty icon={Checkmark} title={t("alerts.none")} detail={t("alerts.noneDetail")} />
            </div>
          ) : (
            <ul className="alerts">
              {shown.open.map((alert) => (
                <AlertRow key={alert.id} alert={alert} />
              ))}
            </ul>
          )}
          {shown.over.length > 0 && (
            <section className="board__part">
              <h2 className="board__title">{t("alerts.over")}</h2>
              <ul className="alerts">
                {shown.over.map((alert) => (
                  <AlertRow key={alert.id} alert={alert} />
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </>
  );
}

function AlertRow({ alert }: { alert: Alert }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const now = useNow();
  const client = useQueryClient();
  const toast = useToast();
  const acknowledge = useMutation({
    mutationFn: () => acknowledgeAlert(alert.id),
    onError: (error) => toast("error", t("alerts.notAcknowledged"), errorWords(error, t)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.alerts }),
  });
  const over = alert.resolvedAt !== null;
  return (
    <li
      className={`alerts__row ${over ? "alerts__row--over" : ""}`}
      data-testid={over ? "alert-over" : "alert"}
      data-id={alert.id}
    >
      {over ? <CheckmarkOutline size={20} /> : <WarningAltFilled size={20} />}
      <div>
        <p className="board__name">{alertWords(alert, i18n)}</p>
        {alert.detail !== null && <p className="board__aside">{alert.detail}</p>}
        <p className="board__aside">
          <time dateTime={alert.raisedAt}>{formats.full(alert.raisedAt)}</time>
          {" · "}
          {alert.resolvedAt === null
            ? lastsWords(alert.raisedAt, now, i18n)
            : t("alerts.until", { when: formats.full(alert.resolvedAt) })}
          {alert.acknowledgedBy !== null && <AcknowledgedBy user={alert.acknowledgedBy} />}
        </p>
      </div>
      {!over && alert.acknowledgedAt === null && (
        <Button
          kind="tertiary"
          size="sm"
          disabled={acknowledge.isPending}
          onClick={() => acknowledge.mutate()}
          data-testid="acknowledge"
        >
          {t("alerts.acknowledge")}
        </Button>
      )}
    </li>
  );
}

/** By name; by their id while the names are not here, or who did it is no more. */
function AcknowledgedBy({ user }: { user: string }) {
  const { t } = useI18n();
  const known = useQuery(userNamesQuery).data?.find(({ id }) => id === user);
  return ` · ${t("alerts.acknowledgedBy", { name: known?.name ?? user })}`;
}
