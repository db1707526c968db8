import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { StuckChange } from "../api/monitor";
import { useI18n } from "../i18n/i18n";
import { keys } from "../live/queries";
import { useToast } from "./Toasts";

/** Tells supervisors when conversations stop moving, and when all of them move again. */
export function useStuckAlerts(): (change: StuckChange) => void {
  const client = useQueryClient();
  const { t, tn } = useI18n();
  const toast = useToast();
  const before = useRef(0);
  return ({ stuck, newly }) => {
    void client.invalidateQueries({ queryKey: keys.stuck });
    if (newly > 0) toast("error", tn("stuck.alert", newly), t("stuck.alertDetail"));
    else if (stuck === 0 && before.current > 0) toast("success", t("stuck.moves"));
    before.current = stuck;
  };
}
