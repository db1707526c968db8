import { Checkmark, WarningAlt, WarningAltFilled } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { RulesProblem } from "../api/rules";
import type { TableName } from "../api/ruleTables";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { rulesProblemsQuery } from "../live/rules";
import { tablesQuery } from "../live/ruleTables";
import { Empty } from "../shell/Empty";
import { mayAnswer } from "../shell/roles";
import { Skeleton } from "../shell/Skeleton";
import { rowWords, tableWords } from "./rowWords";
import { useStudio } from "./words";

/** The rows that could not be followed, the newest first. */
export function ProblemList({ me }: { me: Me }) {
  const { t, w } = useStudio();
  const problems = useQuery(rulesProblemsQuery);
  const tables = useQuery(tablesQuery);
  const outdated = (tables.data ?? []).filter((table) => table.outdated);
  return (
    <section className="rules__problems" aria-labelledby="rules-problems">
      <h2 id="rules-problems" className="rules__heading">
        {w("home.problems")}
      </h2>
      {problems.data === undefined ? (
        problems.isError ? (
          <Empty icon={WarningAlt} title={t("rules.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void problems.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={4} />
        )
      ) : problems.data.length + outdated.length === 0 ? (
        <Empty icon={Checkmark} title={t("rules.none")} detail={t("rules.noneDetail")} />
      ) : (
        <>
          {problems.data.length > 0 && (
            <p className="rules__how">
              {t("rules.lead")} {t("rules.how")}
            </p>
          )}
          <ul className="pages__rows">
            {outdated.map(({ table }) => (
              <OutdatedRow key={table} table={table} />
            ))}
            {problems.data.map((problem) => (
              <ProblemRow key={problem.id} problem={problem} linked={mayAnswer(me)} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function OutdatedRow({ table }: { table: TableName }) {
  const studio = useStudio();
  const { w } = studio;
  return (
    <li className="problem-row" data-testid="outdated-table" data-id={table}>
      <WarningAltFilled size={20} className="problem-row__sign" />
      <div>
        <strong>{w("outdated.title", { table: tableWords(table, studio) })}</strong>
        <span className="page-row__reason">{w("outdated.detail", { file: `dmn/${table}.dmn` })}</span>
      </div>
      <div className="page-row__state">
        <Link to={`/rules/${table}/draft`} className="link">
          {w("outdated.go")}
        </Link>
      </div>
    </li>
  );
}

function ProblemRow({ problem, linked }: { problem: RulesProblem; linked: boolean }) {
  const i18n = useI18n();
  const { t, tn, formats } = i18n;
  const { id, kind, value, output, count, lastAt, conversation } = problem;
  return (
    <li className="problem-row" data-testid="rules-problem" data-id={id} data-kind={kind}>
      <WarningAltFilled size={20} className="problem-row__sign" />
      <div>
        <strong>{t(`rulesProblem.${kind}`, { value, output })}</strong>
        <span className="problem-row__place">{rowWords(problem, i18n)}</span>
        <span className="page-row__reason">{t(`rulesProblemThen.${kind}`)}</span>
      </div>
      <div className="page-row__state">
        <span>{tn("rules.count", count)}</span>
        <time dateTime={lastAt} title={formats.full(lastAt)}>
          {t("rules.last", { when: formats.moment(lastAt) })}
        </time>
        {linked && (
          <Link to={`/desk/${encodeURIComponent(conversation)}`} className="link">
            {t("rules.conversation")}
          </Link>
        )}
      </div>
    </li>
  );
}
