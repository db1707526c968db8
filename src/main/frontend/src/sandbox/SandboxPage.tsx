import { useEffect } from "react";
import { useParams } from "react-router";
import { useI18n } from "../i18n/i18n";
import { Preferences } from "../shell/Preferences";
import { ToastProvider } from "../shell/Toasts";
import { CustomersView } from "./CustomersView";
import { useSandboxFeed } from "./useSandboxFeed";
import "../styles/sandbox.scss";

/** Plays Facebook and its people against the real webhooks; it never looks like the desk. */
export default function SandboxPage() {
  const { t } = useI18n();
  const { id } = useParams();
  const line = useSandboxFeed();

  useEffect(() => {
    document.title = `${t("sandbox.tab.messages")} · ${t("sandbox.title")}`;
  }, [t]);

  return (
    <ToastProvider>
      <div className="sandbox">
        <header>
          <p className="sandbox__banner">
            <span>{t("sandbox.banner")}</span>
            <a href="/desk" target="_blank" rel="noopener">
              {t("sandbox.toDesk")}
            </a>
          </p>
          <div className="sandbox__bar">
            <p className="sandbox__brand">{t("sandbox.title")}</p>
            <span className="sandbox__line" role="status">
              {line === "down" && t("live.down")}
            </span>
            <Preferences />
          </div>
        </header>
        <CustomersView id={id} />
      </div>
    </ToastProvider>
  );
}
