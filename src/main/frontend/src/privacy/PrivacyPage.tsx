import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { maySeePages } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { DeletionList } from "./DeletionList";
import "../styles/pages.scss";

/** What persons asked to be erased, and what is still to be done for it. */
export default function PrivacyPage() {
  const { t } = useI18n();
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>
          {maySeePages(me) ? <DeletionList me={me} /> : <Empty title={t("privacy.notAllowed")} />}
        </Workplace>
      )}
    </SignedIn>
  );
}
