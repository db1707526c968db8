import { Navigate, useParams } from "react-router";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { maySupervise } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { MonitorView } from "./MonitorView";
import { StuckList } from "./StuckList";
import { SupervisionTabs } from "./SupervisionTabs";
import "../styles/pages.scss";
import "../styles/supervision.scss";

/** What those who lead the desk have to look after. */
export default function SupervisionPage() {
  const { t } = useI18n();
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>
          {maySupervise(me) ? (
            <div className="pages supervision">
              <SupervisionTabs />
              <Section me={me} />
            </div>
          ) : (
            <Empty title={t("supervision.notAllowed")} />
          )}
        </Workplace>
      )}
    </SignedIn>
  );
}

function Section({ me }: { me: Me }) {
  const { section } = useParams();
  switch (section) {
    case undefined:
      return <MonitorView />;
    case "stuck":
      return <StuckList me={me} />;
    default:
      return <Navigate to="/supervision" replace />;
  }
}
