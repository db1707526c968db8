import { InlineLoading } from "@carbon/react";
import { useI18n } from "../i18n/i18n";
import type { LineState } from "../live/feed";

/** Says that the screen may be out of date while the line to the server is down. */
export function LineBanner({ state }: { state: LineState }) {
  const { t } = useI18n();
  return (
    <div role="status" className="line" data-testid="connection" data-state={state}>
      {state === "down" && (
        <div className="line__banner">
          <InlineLoading description={t("live.down")} />
          <span className="line__detail">{t("live.downDetail")}</span>
        </div>
      )}
    </div>
  );
}
