import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { maySupervise } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { StuckList } from "./StuckList";
import "../styles/pages.scss";
import "../styles/supervision.scss";

/** What those who lead the desk have to look after. */
export default function SupervisionPage() {
  const { t } = useI18n();
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>
          {maySupervise(me) ? <StuckList me={me} /> : <Empty title={t("supervision.notAllowed")} />}
        </Workplace>
      )}
    </SignedIn>
  );
}
