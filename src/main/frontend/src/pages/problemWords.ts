import type { HoldCause, Page, PageProblem } from "../api/pages";
import type { I18n } from "../i18n/i18n";
import { reasonWords } from "../i18n/reasons";
import { permissionWords } from "./permissions";

/** Why nothing is sent for a Page. */
export const heldWords = ({ cause, reason }: { cause: HoldCause; reason: string }, { t }: I18n) =>
  reasonWords(`HELD_${cause}`, reason, t);

/** What is wrong with a Page beyond the kind of it, in the reader's language; what Facebook itself said stays as it is. */
export function problemWords(page: Page, { kind, reason, permission, code }: PageProblem, i18n: I18n): string {
  const { t, formats } = i18n;
  switch (kind) {
    case "PERMISSION_MISSING":
      return permission === null ? reason : permissionWords(permission, i18n);
    case "FIELDS_MISSING":
      return t("health.missing", { names: page.missingFields.join(", ") });
    case "TOKEN_EXPIRING": {
      const ends = [page.tokenExpiresAt, page.dataAccessExpiresAt].filter((end) => end !== null).sort()[0];
      return ends === undefined ? reason : t("problem.ends", { when: formats.date(ends) });
    }
    case "HELD":
    case "RESTRICTED":
      return page.held === null ? reason : heldWords(page.held, i18n);
    default:
      return reasonWords(code, reason, t);
  }
}
