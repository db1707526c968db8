import { LogoFacebook, WarningAlt } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";
import type { Page } from "../api/pages";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { pagesQuery } from "../live/pages";
import { Avatar } from "../shell/Avatar";
import { Empty } from "../shell/Empty";
import { mayChangePages } from "../shell/roles";
import { Skeleton } from "../shell/Skeleton";
import { problemWords } from "./problemWords";
import { RemedyButton } from "./RemedyButton";
import { worst } from "./remedy";
import { StateIcon } from "./StateIcon";
import { useConnecting } from "./usePageCalls";

/** All Pages with how they are and what mends them. */
export function PageList({ me }: { me: Me }) {
  const { t } = useI18n();
  const pages = useQuery(pagesQuery);
  const connecting = useConnecting();
  const admin = mayChangePages(me);
  useEffect(() => {
    document.title = `${t("pages.title")} – ${t("app.name")}`;
  }, [t]);

  const connect = admin && (
    <Button
      size="md"
      renderIcon={LogoFacebook}
      onClick={() => connecting.mutate()}
      disabled={connecting.isPending}
      data-testid="connect"
    >
      {t("pages.connect")}
    </Button>
  );
  return (
    <div className="pages">
      <header className="pages__head">
        <div>
          <h1 className="pages__title">{t("pages.title")}</h1>
          <p className="pages__lead">{t("pages.lead")}</p>
        </div>
        {connect}
      </header>
      {pages.data === undefined ? (
        pages.isError ? (
          <Empty icon={WarningAlt} title={t("pages.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void pages.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={6} />
        )
      ) : pages.data.length === 0 ? (
        <Empty
          icon={LogoFacebook}
          title={t("pages.empty")}
          detail={t(admin ? "pages.emptyDetail" : "pages.emptyReader")}
        />
      ) : (
        <ul className="pages__rows">
          {pages.data.map((page) => (
            <PageRow key={page.id} page={page} admin={admin} />
          ))}
        </ul>
      )}
    </div>
  );
}

function PageRow({ page, admin }: { page: Page; admin: boolean }) {
  const i18n = useI18n();
  const { t, tn, formats } = i18n;
  const now = useNow();
  const problem = worst(page);
  const last = page.lastEventAt;
  return (
    <li className="page-row" data-testid="page" data-id={page.id} data-state={page.state}>
      <Avatar id={page.id} name={page.name} picture={page.picture} />
      <div className="page-row__name">
        <Link to={`/pages/${encodeURIComponent(page.id)}`} className="page-row__link">
          {page.name}
        </Link>
        <span className="page-row__id">{page.id}</span>
      </div>
      <div className="page-row__state">
        <StateIcon state={page.state} />
        <span className="page-row__reason" data-testid="page-reason">
          {problem === undefined
            ? last !== null && t("pages.lastEvent", { when: formats.ago(last, now) ?? t("time.now") })
            : `${t(`problem.${problem.kind}`)}. ${problemWords(page, problem, i18n).replace(/\.?$/, ".")}`}
          {page.queued > 0 && page.held !== null && ` ${tn("health.queued", page.queued)}.`}
        </span>
      </div>
      <div className="page-row__remedy">{admin && <RemedyButton page={page} />}</div>
    </li>
  );
}
