import { ActionableNotification } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { useI18n } from "../i18n/i18n";
import { rulesProblemsQuery } from "../live/rules";

/** Says beside the campaigns that rows of the tables could not be followed. */
export function ProblemNotice() {
  const { t, tn } = useI18n();
  const navigate = useNavigate();
  const { data } = useQuery(rulesProblemsQuery);
  if (data === undefined || data.length === 0) return null;
  return (
    <div className="pages__problems" data-testid="rules-notice">
      <ActionableNotification
        kind="warning"
        lowContrast
        inline
        hideCloseButton
        title={tn("rules.notice", data.length)}
        actionButtonLabel={t("rules.see")}
        onActionButtonClick={() => void navigate("/rules")}
      />
    </div>
  );
}
