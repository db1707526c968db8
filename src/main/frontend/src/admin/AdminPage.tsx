import { NavLink, useParams } from "react-router";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { mayAdminister } from "../shell/roles";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { AuditList } from "./AuditList";
import { BreakReasonList } from "./BreakReasonList";
import { TokenList } from "./TokenList";
import { UserList } from "./UserList";
import "../styles/admin.scss";

/** Users, tokens and the book of administrative acts. */
export default function AdminPage() {
  const { t } = useI18n();
  const { section } = useParams();
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>
          {mayAdminister(me) ? (
            <div className="pages">
              <nav className="subnav" aria-label={t("admin.label")}>
                <NavLink to="/admin" end className="subnav__link" data-testid="subnav-users">
                  {t("users.title")}
                </NavLink>
                <NavLink to="/admin/tokens" className="subnav__link" data-testid="subnav-tokens">
                  {t("tokens.title")}
                </NavLink>
                <NavLink to="/admin/breaks" className="subnav__link" data-testid="subnav-breaks">
                  {t("breaks.title")}
                </NavLink>
                <NavLink to="/admin/audit" className="subnav__link" data-testid="subnav-audit">
                  {t("audit.title")}
                </NavLink>
              </nav>
              <Section me={me} section={section} />
            </div>
          ) : (
            <Empty title={t("admin.notAllowed")} />
          )}
        </Workplace>
      )}
    </SignedIn>
  );
}

function Section({ me, section }: { me: Me; section: string | undefined }) {
  const { t } = useI18n();
  switch (section) {
    case undefined:
      return <UserList me={me} />;
    case "tokens":
      return <TokenList own={false} roles={[]} />;
    case "breaks":
      return <BreakReasonList />;
    case "audit":
      return <AuditList />;
    default:
      return <Empty title={t("app.notFound")} />;
  }
}
