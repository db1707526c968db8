import { Navigate, useParams } from "react-router";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { mayAdminister, maySupervise } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { AlertList } from "./AlertList";
import { BlockedList } from "./BlockedList";
import { LimitList } from "./LimitList";
import { MonitorView } from "./MonitorView";
import { PrintPage } from "./PrintPage";
import { RecordingList } from "./RecordingList";
import { RecordingView } from "./RecordingView";
import { StuckList } from "./StuckList";
import { SupervisionTabs } from "./SupervisionTabs";
import { WebhookList } from "./WebhookList";
import "../styles/pages.scss";
import "../styles/supervision.scss";

/** What those who lead the desk have to look after. */
export default function SupervisionPage() {
  const { t } = useI18n();
  const { section, id } = useParams();
  return (
    <SignedIn>
      {(me) =>
        maySupervise(me) && section === "print" && id !== undefined ? (
          <PrintPage id={id} />
        ) : (
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
        )
      }
    </SignedIn>
  );
}

function Section({ me }: { me: Me }) {
  const { section, id } = useParams();
  switch (section) {
    case undefined:
      return <MonitorView />;
    case "stuck":
      return <StuckList me={me} />;
    case "alerts":
      if (id === "limits") return <LimitList />;
      return id === "webhooks" && mayAdminister(me) ? <WebhookList /> : <AlertList me={me} />;
    case "blocked":
      return <BlockedList />;
    case "recordings":
      return id === undefined ? <RecordingList /> : <RecordingView key={id} me={me} id={id} />;
    default:
      return <Navigate to="/supervision" replace />;
  }
}
