import { Component, type ErrorInfo, type ReactNode } from "react";
import { useI18n } from "../i18n/i18n";
import { Empty } from "./Empty";

function FaultPage() {
  const { t } = useI18n();
  return (
    <main className="whole-page" role="alert">
      <Empty title={t("app.failed")}>
        <button type="button" className="link" onClick={() => window.location.reload()}>
          {t("app.reload")}
        </button>
      </Empty>
    </main>
  );
}

/** Keeps a fault in a screen, or code that a new release has replaced, from leaving a blank page. */
export class Fault extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    reportError(new Error(`A screen failed:${info.componentStack ?? ""}`, { cause: error }));
  }

  override render() {
    return this.state.failed ? <FaultPage /> : this.props.children;
  }
}
