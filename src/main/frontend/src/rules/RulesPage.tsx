import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { maySeeRules } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { ProblemList } from "./ProblemList";
import "../styles/campaigns.scss";

/** What the tables say that cannot be followed. */
export default function RulesPage() {
  const { t } = useI18n();
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>
          {maySeeRules(me) ? <ProblemList me={me} /> : <Empty title={t("rules.notAllowed")} />}
        </Workplace>
      )}
    </SignedIn>
  );
}
