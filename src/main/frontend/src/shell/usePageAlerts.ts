import { useQueryClient } from "@tanstack/react-query";
import type { Page, PageProblem } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { applyPage } from "../live/apply";
import { needsAttention } from "../live/pages";
import { heldWords, problemWords } from "../pages/problemWords";
import { useToast } from "./Toasts";

/** What a Page in trouble did not suffer from before; that Facebook cannot be reached says nothing of the Page. */
export function moreTroubles(before: Page, page: Page): PageProblem[] {
  const known = new Set(before.problems.map(troubleOf));
  return page.problems.filter((problem) => problem.kind !== "UNREACHABLE" && !known.has(troubleOf(problem)));
}

const troubleOf = ({ kind, permission }: PageProblem) => `${kind} ${permission}`;

/** Tells supervisors when a Page begins to need somebody, and when it is well again. */
export function usePageAlerts(): (page: Page) => void {
  const client = useQueryClient();
  const i18n = useI18n();
  const { t } = i18n;
  const toast = useToast();
  const wordsFor = (page: Page, [first]: PageProblem[]) => {
    if (first !== undefined) return problemWords(page, first, i18n);
    return page.held === null ? undefined : heldWords(page.held, i18n);
  };
  return (page) => {
    const before = applyPage(client, page);
    const wasBad = before !== undefined && needsAttention(before);
    if (needsAttention(page)) {
      const more = wasBad ? moreTroubles(before, page) : page.problems;
      if (!wasBad || more.length > 0) toast("error", t("pages.alert", { name: page.name }), wordsFor(page, more));
    } else if (wasBad && page.state === "CONNECTED") toast("success", t("pages.mended", { name: page.name }));
  };
}
