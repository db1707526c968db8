import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useI18n } from "../i18n/i18n";
import { SignedIn } from "../shell/SignedIn";
import { Workplace } from "../shell/Workplace";
import { Loaded } from "./Loaded";
import { NameForm } from "./NameForm";
import { PasswordForm } from "./PasswordForm";
import { accountQuery } from "./queries";
import { SessionList } from "./SessionList";
import { TokenList } from "./TokenList";
import "../styles/admin.scss";

/** One's own account: name, password, sessions and tokens. */
export default function AccountPage() {
  return (
    <SignedIn>
      {(me) => (
        <Workplace me={me}>
          <Account />
        </Workplace>
      )}
    </SignedIn>
  );
}

function Account() {
  const { t } = useI18n();
  const account = useQuery(accountQuery);
  useEffect(() => {
    document.title = `${t("account.title")} – ${t("app.name")}`;
  }, [t]);
  return (
    <div className="pages">
      <Loaded query={account} failed={t("users.failed")}>
        {(own) => (
          <>
            <header className="pages__head">
              <div className="pages__who">
                <h1 className="pages__title">{t("account.title")}</h1>
                <p className="pages__lead">{t("account.lead", { id: own.id })}</p>
              </div>
            </header>
            <div className="pages__sections">
              <section className="panel">
                <h2 className="panel__title">{t("account.profile")}</h2>
                <NameForm own={own} />
              </section>
              <section className="panel">
                <h2 className="panel__title">{t("account.password")}</h2>
                {own.company ? <p className="panel__lead">{t("account.elsewhere")}</p> : <PasswordForm />}
              </section>
              <section className="panel panel--wide">
                <h2 className="panel__title">{t("sessions.title")}</h2>
                <p className="panel__lead">{t("sessions.lead")}</p>
                <SessionList user={null} />
              </section>
              <section className="panel panel--wide">
                <TokenList own roles={own.roles} />
              </section>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
