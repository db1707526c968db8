import { WarningAlt } from "@carbon/icons-react";
import { Callout, InlineNotification } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId } from "react";
import type { Page, PageProblem } from "../api/pages";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { pagesQuery } from "../live/pages";
import { Avatar } from "../shell/Avatar";
import { BackLink } from "../shell/BackLink";
import { Empty } from "../shell/Empty";
import { mayChangePages } from "../shell/roles";
import { Skeleton } from "../shell/Skeleton";
import { Disconnect } from "./Disconnect";
import { HealthFacts } from "./HealthFacts";
import { ProfileSection } from "./ProfileSection";
import { problemWords } from "./problemWords";
import { worst } from "./remedy";
import { SettingsForm } from "./SettingsForm";
import { StateIcon } from "./StateIcon";
import { useRemedy } from "./usePageCalls";

/** One Page: how it is, how it is set, and what customers see of it in Messenger. */
export function PageDetail({ me, id }: { me: Me; id: string }) {
  const { t } = useI18n();
  const pages = useQuery(pagesQuery);
  const page = pages.data?.find((known) => known.id === id);
  useEffect(() => {
    document.title = `${page?.name ?? t("pages.title")} – ${t("app.name")}`;
  }, [page?.name, t]);

  return (
    <div className="pages pages--one">
      <BackLink to="/pages">{t("pages.back")}</BackLink>
      {page !== undefined ? (
        <Detail page={page} admin={mayChangePages(me)} />
      ) : pages.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <Empty icon={WarningAlt} title={t(pages.isError ? "pages.failed" : "pages.missing")} />
      )}
    </div>
  );
}

function Detail({ page, admin }: { page: Page; admin: boolean }) {
  const first = worst(page);
  return (
    <>
      <header className="pages__head">
        <Avatar id={page.id} name={page.name} picture={page.picture} large />
        <div className="pages__who">
          <h1 className="pages__title">{page.name}</h1>
          <p className="pages__lead">{page.id}</p>
        </div>
        <StateIcon state={page.state} />
      </header>
      <div className="pages__problems">
        {page.problems.map((problem) => (
          <Problem
            key={`${problem.kind} ${problem.reason}`}
            page={page}
            problem={problem}
            mends={admin && problem === first}
          />
        ))}
      </div>
      <div className="pages__sections">
        <HealthFacts page={page} admin={admin} />
        <SettingsForm
          key={`${page.zone}${page.humanAgent}${page.retentionDays}${page.responseFeedback}`}
          page={page}
          admin={admin}
        />
        {page.state !== "DISCONNECTED" && <ProfileSection page={page} admin={admin} />}
        {admin && page.state !== "DISCONNECTED" && <Disconnect page={page} />}
      </div>
    </>
  );
}

type ProblemProps = { page: Page; problem: PageProblem; mends: boolean };

function Problem({ page, problem, mends }: ProblemProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { kind, remedy } = problem;
  const { pending, mend } = useRemedy(page);
  const titleId = useId();
  const reason = problemWords(page, problem, i18n);
  const common = {
    kind: kind === "TOKEN_EXPIRING" || kind === "FIELDS_MISSING" ? ("warning" as const) : ("error" as const),
    title: t(`problem.${kind}`),
    subtitle: remedy === "WAIT" ? `${reason} ${t("remedy.WAIT")}.` : reason,
    lowContrast: true,
    "data-testid": "page-problem",
  };
  if (!mends || remedy === "WAIT") return <InlineNotification {...common} hideCloseButton />;
  return (
    <Callout
      {...common}
      titleId={titleId}
      actionButtonLabel={t(`remedy.${remedy}`)}
      onActionButtonClick={() => {
        if (!pending) mend(remedy);
      }}
    />
  );
}
