import { useQueryClient } from "@tanstack/react-query";
import type { Page } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { applyPage } from "../live/apply";
import { needsAttention } from "../live/pages";
import { heldWords, problemWords } from "../pages/problemWords";
import { useToast } from "./Toasts";

/** Tells supervisors when a Page begins to need somebody, and when it is well again. */
export function usePageAlerts(): (page: Page) => void {
  const client = useQueryClient();
  const i18n = useI18n();
  const { t } = i18n;
  const toast = useToast();
  const wordsFor = (page: Page) => {
    const [first] = page.problems;
    if (first !== undefined) return problemWords(page, first, i18n);
    return page.held === null ? undefined : heldWords(page.held, i18n);
  };
  return (page) => {
    const before = applyPage(client, page);
    const bad = needsAttention(page);
    if (bad === (before !== undefined && needsAttention(before))) return;
    if (bad) toast("error", t("pages.alert", { name: page.name }), wordsFor(page));
    else if (before !== undefined && page.state === "CONNECTED")
      toast("success", t("pages.mended", { name: page.name }));
  };
}
