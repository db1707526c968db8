import { Tab, TabList, TabPanel, TabPanels, Tabs } from "@carbon/react";
import { useEffect } from "react";
import { useNavigate, useParams } from "react-router";
import { useI18n } from "../i18n/i18n";
import { Preferences } from "../shell/Preferences";
import { ToastProvider } from "../shell/Toasts";
import { CustomersView } from "./CustomersView";
import { MetaView } from "./meta/MetaView";
import { PostsView } from "./posts/PostsView";
import { useSandboxFeed } from "./useSandboxFeed";
import "../styles/sandbox.scss";

const VIEWS = ["messages", "posts", "meta"] as const;

/** Plays Facebook and its people against the real webhooks; it never looks like the desk. */
export default function SandboxPage() {
  const { t } = useI18n();
  const { id } = useParams();
  const navigate = useNavigate();
  const line = useSandboxFeed();
  // Customers' ids are numbers, so that the two words stand for the other views.
  const view = id === "posts" || id === "meta" ? id : "messages";

  useEffect(() => {
    document.title = `${t(`sandbox.tab.${view}`)} · ${t("sandbox.title")}`;
  }, [view, t]);

  return (
    <ToastProvider>
      <Tabs
        selectedIndex={VIEWS.indexOf(view)}
        onChange={({ selectedIndex }) => {
          const chosen = VIEWS[selectedIndex] ?? "messages";
          void navigate(chosen === "messages" ? "/sandbox" : `/sandbox/${chosen}`);
        }}
      >
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
              <TabList aria-label={t("sandbox.views")} activation="manual">
                {VIEWS.map((name) => (
                  <Tab key={name} data-testid={`sandbox-tab-${name}`}>
                    {t(`sandbox.tab.${name}`)}
                  </Tab>
                ))}
              </TabList>
              <span className="sandbox__line" role="status">
                {line === "down" && t("live.down")}
              </span>
              <Preferences />
            </div>
          </header>
          <TabPanels>
            <TabPanel className="sandbox__panel">{view === "messages" && <CustomersView id={id} />}</TabPanel>
            <TabPanel className="sandbox__panel">{view === "posts" && <PostsView />}</TabPanel>
            <TabPanel className="sandbox__panel">{view === "meta" && <MetaView />}</TabPanel>
          </TabPanels>
        </div>
      </Tabs>
    </ToastProvider>
  );
}
