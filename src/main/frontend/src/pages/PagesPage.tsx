import { useParams } from "react-router";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { maySeePages } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { PageDetail } from "./PageDetail";
import { PageList } from "./PageList";
import "../styles/pages.scss";

/** The connected Facebook Pages, or one of them. */
export default function PagesPage() {
  const { t } = useI18n();
  const { id } = useParams();
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>
          {!maySeePages(me) ? (
            <Empty title={t("pages.notAllowed")} />
          ) : id === undefined ? (
            <PageList me={me} />
          ) : (
            <PageDetail key={id} me={me} id={id} />
          )}
        </Workplace>
      )}
    </SignedIn>
  );
}
