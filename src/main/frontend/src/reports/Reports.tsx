import { ChartLine, WarningAlt } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import type { Asked, Report } from "../api/reports";
import { useI18n } from "../i18n/i18n";
import { reportQuery } from "../live/reports";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { CommentList } from "./CommentList";
import { Filters } from "./Filters";
import { GroupTable } from "./GroupTable";
import { HeatMap } from "./HeatMap";
import { askedOf } from "./period";
import { RuleTable } from "./RuleTable";
import { SourceTable } from "./SourceTable";
import { Tiles } from "./Tiles";

const Charts = lazy(() => import("./Charts"));

/** The report of the period that the address names, so that it can be sent to somebody. */
export function Reports() {
  const { t, formats } = useI18n();
  const [address, setAddress] = useSearchParams();
  const [now] = useState(() => new Date());
  const asked = askedOf(address, now);
  const report = useQuery(reportQuery(asked));
  useEffect(() => {
    document.title = `${t("reports.title")} – ${t("app.name")}`;
  }, [t]);

  return (
    <div className="pages reports">
      <header className="pages__head">
        <div>
          <h1 className="pages__title">{t("reports.title")}</h1>
          <p className="pages__lead">{t("reports.lead")}</p>
        </div>
        {report.data && (
          <p className="reports__counted">{t("reports.countedAt", { at: formats.moment(report.data.countedAt) })}</p>
        )}
      </header>
      <Filters
        asked={asked}
        now={now}
        change={(changes) => setAddress(addressOf({ ...asked, ...changes }), { replace: true })}
      />
      {report.data !== undefined ? (
        <div aria-busy={report.isPlaceholderData} className={report.isPlaceholderData ? "reports__stale" : undefined}>
          <Content report={report.data} asked={asked} />
        </div>
      ) : report.isError ? (
        <Empty icon={WarningAlt} title={t("reports.failed")}>
          <Button kind="tertiary" size="sm" onClick={() => void report.refetch()}>
            {t("list.retry")}
          </Button>
        </Empty>
      ) : (
        <Skeleton lines={8} />
      )}
    </div>
  );
}

function addressOf(asked: Asked): URLSearchParams {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ""));
}

function Content({ report, asked }: { report: Report; asked: Asked }) {
  const { t } = useI18n();
  if (report.total.opened + report.total.ignored === 0) {
    return (
      <>
        <Empty icon={ChartLine} title={t("reports.none")} detail={t("reports.noneDetail")} />
        {report.rules.length > 0 && <RuleTable report={report} asked={asked} />}
      </>
    );
  }
  return (
    <>
      <Tiles figures={report.total} />
      <Suspense fallback={<Skeleton lines={6} />}>
        <Charts report={report} asked={asked} />
      </Suspense>
      <HeatMap hours={report.hours} asked={asked} />
      <GroupTable
        title={t("reports.campaigns")}
        table="campaigns"
        asked={asked}
        groups={report.campaigns.filter(({ id }) => id !== "")}
      />
      <GroupTable title={t("reports.agents")} table="agents" asked={asked} groups={report.agents} />
      <RuleTable report={report} asked={asked} />
      <SourceTable report={report} asked={asked} />
      <CommentList key={JSON.stringify(asked)} asked={asked} />
    </>
  );
}
