import { useQueryClient } from "@tanstack/react-query";
import { changePage } from "../../api/sandbox";
import type { PageChange } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { useToast } from "../../shell/Toasts";
import { apply } from "../apply";
import { useAct } from "../useAct";

/** Sets something and says that it was done. */
export function useSet() {
  const act = useAct();
  const toast = useToast();
  const { t } = useI18n();
  return async <T>(what: () => Promise<T>, then?: (result: T) => void) => {
    const done = await act(what, then);
    if (done) toast("success", t("sandbox.done"));
    return done;
  };
}

/** Changes what is true of a Page. */
export function usePageChange(pageId: string) {
  const client = useQueryClient();
  const set = useSet();
  return (change: PageChange) =>
    void set(
      () => changePage(pageId, change),
      (page) => apply(client, "page", page),
    );
}
