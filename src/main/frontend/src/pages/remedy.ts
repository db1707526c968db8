import type { Page, PageProblem, Remedy } from "../api/pages";

/** What helps most comes first: a new access mends the rest on the way. */
const FIRST: Record<Remedy, number> = { RECONNECT: 0, RESUBSCRIBE: 1, CHECK: 2, WAIT: 3 };

/** The problem whose remedy is offered as the one button. */
export const worst = (page: Page): PageProblem | undefined =>
  [...page.problems].sort((a, b) => FIRST[a.remedy] - FIRST[b.remedy])[0];

/** What the one button does; a disconnected Page is connected again. */
export function remedyOf(page: Page): Remedy | null {
  if (page.state === "DISCONNECTED") return "RECONNECT";
  return worst(page)?.remedy ?? null;
}
