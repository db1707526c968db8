import { Callout } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useNavigate } from "react-router";
import type { RulesProblem } from "../api/rules";
import { useI18n } from "../i18n/i18n";
import { rulesProblemsQuery } from "../live/rules";

/** A row may be wrong in several columns, and say several wrong values; one that is not known stands for itself. */
const rowOf = ({ id, table, version, row }: RulesProblem) => (row === null ? id : `${table}:${version}:${row}`);

/** Says beside the campaigns that rows of the tables could not be followed, and leaves the focus where it is. */
export function ProblemNotice() {
  const { t, tn } = useI18n();
  const navigate = useNavigate();
  const titleId = useId();
  const { data } = useQuery(rulesProblemsQuery);
  if (data === undefined || data.length === 0) return null;
  const rows = new Set(data.map(rowOf)).size;
  return (
    <div className="pages__problems" role="status" data-testid="rules-notice">
      <Callout
        kind="warning"
        lowContrast
        titleId={titleId}
        title={tn("rules.notice", rows)}
        actionButtonLabel={t("rules.see")}
        onActionButtonClick={() => void navigate("/rules")}
      />
    </div>
  );
}
