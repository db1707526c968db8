import { Checkmark, WarningAlt, WarningAltFilled } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { RulesProblem } from "../api/rules";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { rulesProblemsQuery } from "../live/rules";
import { Empty } from "../shell/Empty";
import { mayAnswer } from "../shell/roles";
import { Skeleton } from "../shell/Skeleton";
import { rowWords } from "./rowWords";
import { useStudio } from "./words";

/** The rows that could not be followed, the newest first. */
export function ProblemList({ me }: { me: Me }) {
  const { t, w } = useStudio();
  const problems = useQuery(rulesProblemsQuery);
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
      ) : problems.data.length === 0 ? (
        <Empty icon={Checkmark} title={t("rules.none")} detail={t("rules.noneDetail")} />
      ) : (
        <>
          <p className="rules__how">
            {t("rules.lead")} {t("rules.how")}
          </p>
          <ul className="pages__rows">
            {problems.data.map((problem) => (
              <ProblemRow key={problem.id} problem={problem} linked={mayAnswer(me)} />
            ))}
          </ul>
        </>
      )}
    </section>
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
