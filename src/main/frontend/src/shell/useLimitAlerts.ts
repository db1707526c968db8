import { useQueryClient } from "@tanstack/react-query";
import type { Alert } from "../api/alerts";
import { useI18n } from "../i18n/i18n";
import { keys } from "../live/queries";
import { alertWords } from "../supervision/alertWords";
import { useToast } from "./Toasts";

/** Pages and what is stuck are told of by events of their own, at once. */
const isToldElsewhere = ({ kind }: Alert) => kind === "STUCK" || kind.startsWith("PAGE_");

/** Tells supervisors when something passes a limit. */
export function useLimitAlerts(): (alert: Alert) => void {
  const client = useQueryClient();
  const i18n = useI18n();
  const toast = useToast();
  return (alert) => {
    void client.invalidateQueries({ queryKey: keys.alerts });
    if (alert.resolvedAt === null && alert.acknowledgedAt === null && !isToldElsewhere(alert))
      toast("error", alertWords(alert, i18n), i18n.t("alerts.see"));
  };
}
