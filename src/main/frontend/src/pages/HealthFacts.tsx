import { Renew } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import type { ReactNode } from "react";
import type { Page } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { permissionWords } from "./permissions";
import { heldWords } from "./problemWords";
import { useRemedy } from "./usePageCalls";

/** What was found when the Page was last looked at. */
export function HealthFacts({ page, admin }: { page: Page; admin: boolean }) {
  const i18n = useI18n();
  const { t, tn, formats } = i18n;
  const { pending, mend } = useRemedy(page);
  const missing = (names: string[]) => <em className="missing">{t("health.missing", { names: names.join(", ") })}</em>;
  return (
    <section className="panel" aria-labelledby="health" data-testid="health">
      <header className="panel__head">
        <h2 id="health" className="panel__title">
          {t("health.title")}
        </h2>
        {admin && (
          <Button
            kind="ghost"
            size="sm"
            renderIcon={Renew}
            onClick={() => mend("CHECK")}
            disabled={pending}
            data-testid="check-now"
          >
            {t("health.check")}
          </Button>
        )}
      </header>
      <dl className="facts">
        <Fact name={t("health.checked")}>
          <Ago at={page.checkedAt} />
        </Fact>
        <Fact name={t("health.token")}>
          {t(`health.token.${page.tokenState}`)}
          {page.tokenState !== "UNKNOWN" && page.tokenState !== "INVALID" && (
            <span className="facts__more">
              {page.tokenExpiresAt === null
                ? t("health.tokenNoEnd")
                : t("health.tokenEnds", { when: formats.date(page.tokenExpiresAt) })}
            </span>
          )}
        </Fact>
        {page.dataAccessExpiresAt !== null && (
          <Fact name={t("health.data")}>{formats.date(page.dataAccessExpiresAt)}</Fact>
        )}
        <Fact name={t("health.permissions")}>
          {page.missingPermissions.length === 0
            ? tn("health.allThere", page.scopes.length)
            : missing(page.missingPermissions.map((name) => permissionWords(name, i18n)))}
        </Fact>
        <Fact name={t("health.fields")}>
          {page.missingFields.length === 0
            ? tn("health.allThere", page.subscribedFields.length)
            : missing(page.missingFields)}
        </Fact>
        <Fact name={t("health.lastEvent")}>
          <Ago at={page.lastEventAt} />
        </Fact>
        <Fact name={t("health.lastSend")}>
          <Ago at={page.lastSendAt} />
        </Fact>
        <Fact name={t("health.lane")}>
          <Lane page={page} />
        </Fact>
      </dl>
      {page.fromSettings && <p className="panel__note">{t("health.fromSettings")}</p>}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="facts__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Ago({ at }: { at: string | null }) {
  const { t, formats } = useI18n();
  const now = useNow();
  if (at === null) return t("health.never");
  return (
    <time dateTime={at} title={formats.full(at)}>
      {formats.ago(at, now) ?? t("time.now")}
    </time>
  );
}

function Lane({ page: { held, queued } }: { page: Page }) {
  const i18n = useI18n();
  const { t, tn, formats } = i18n;
  const waits = queued > 0 && <span className="facts__more">{tn("health.queued", queued)}</span>;
  if (held === null) {
    return (
      <>
        {t("health.laneRuns")}
        {waits}
      </>
    );
  }
  return (
    <>
      <em className="missing">
        {t("health.laneHeld", { since: formats.moment(held.since), reason: heldWords(held, i18n) })}
      </em>
      {held.until !== null && (
        <span className="facts__more">{t("health.laneUntil", { until: formats.moment(held.until) })}</span>
      )}
      {waits}
    </>
  );
}
