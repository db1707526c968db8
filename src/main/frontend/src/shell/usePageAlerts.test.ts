import { expect, it } from "vitest";
import type { Page, PageProblem } from "../api/pages";
import { moreTroubles } from "./usePageAlerts";

const problem = (kind: PageProblem["kind"], permission: string | null = null): PageProblem => ({
  kind,
  reason: "",
  remedy: "RECONNECT",
  permission,
  code: null,
});
const page = (...problems: PageProblem[]) => ({ problems }) as Page;

it("a second trouble is one more, and a second permission, too", () => {
  const before = page(problem("TOKEN_EXPIRING"), problem("PERMISSION_MISSING", "pages_messaging"));

  expect(moreTroubles(before, page(...before.problems))).toEqual([]);
  const other = problem("PERMISSION_MISSING", "pages_show_list");
  expect(moreTroubles(before, page(...before.problems, other))).toEqual([other]);
});

it("that Facebook cannot be reached is no trouble of the Page", () => {
  expect(moreTroubles(page(problem("TOKEN_EXPIRING")), page(problem("UNREACHABLE")))).toEqual([]);
});
