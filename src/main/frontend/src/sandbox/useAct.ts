import { useCallback } from "react";
import { useI18n } from "../i18n/i18n";
import { useToast } from "../shell/Toasts";

/** Does what was asked for and tells a refusal as the stand-in worded it. Resolves to whether it was done. */
export function useAct() {
  const toast = useToast();
  const { t } = useI18n();
  return useCallback(
    async <T>(what: () => Promise<T>, then?: (result: T) => void): Promise<boolean> => {
      try {
        const result = await what();
        then?.(result);
        return true;
      } catch (refused) {
        toast("error", t("sandbox.notDone"), refused instanceof Error ? refused.message : String(refused));
        return false;
      }
    },
    [toast, t],
  );
}
