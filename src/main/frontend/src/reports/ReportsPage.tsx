import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { maySupervise } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { Reports } from "./Reports";
import "../styles/pages.scss";
import "../styles/reports.scss";

/** What conversations that are over add up to. */
export default function ReportsPage() {
  const { t } = useI18n();
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>{maySupervise(me) ? <Reports /> : <Empty title={t("reports.notAllowed")} />}</Workplace>
      )}
    </SignedIn>
  );
}
