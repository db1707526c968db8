import { useMutation, useQueryClient } from "@tanstack/react-query";
import { beginConnecting, checkPage, type Page, type Remedy, resubscribePage } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { applyPage } from "../live/apply";
import { useToast } from "../shell/Toasts";

/** Leads the browser to Facebook's dialog; it comes back to the choice of Pages. */
export function useConnecting() {
  const { t } = useI18n();
  const toast = useToast();
  return useMutation({
    mutationFn: beginConnecting,
    onSuccess: ({ url }) => window.location.assign(url),
    onError: (error) => toast("error", t("pages.connectFailed"), errorWords(error, t)),
  });
}

/** Does what mends a Page. */
export function useRemedy(page: Page) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const connecting = useConnecting();
  const call = useMutation({
    mutationFn: (remedy: Remedy) => (remedy === "RESUBSCRIBE" ? resubscribePage(page.id) : checkPage(page.id)),
    onSuccess: (changed) => {
      applyPage(client, changed);
      toast("success", t("remedy.checked", { name: changed.name }));
    },
    onError: (error) => toast("error", t("remedy.failed"), errorWords(error, t)),
  });
  return {
    pending: call.isPending || connecting.isPending,
    mend: (remedy: Remedy) => (remedy === "RECONNECT" ? connecting.mutate() : call.mutate(remedy)),
  };
}
