import { Button } from "@carbon/react";
import type { Page } from "../api/pages";
import { useI18n } from "../i18n/i18n";
import { remedyOf } from "./remedy";
import { useRemedy } from "./usePageCalls";

/** The one button that mends a Page. */
export function RemedyButton({ page }: { page: Page }) {
  const { t } = useI18n();
  const { pending, mend } = useRemedy(page);
  const remedy = remedyOf(page);
  if (remedy === null) return null;
  if (remedy === "WAIT") return <span className="page-row__wait">{t("remedy.WAIT")}</span>;
  return (
    <Button
      size="sm"
      kind={remedy === "RECONNECT" ? "primary" : "tertiary"}
      onClick={() => mend(remedy)}
      disabled={pending}
      data-testid="remedy"
      data-remedy={remedy}
    >
      {t(`remedy.${remedy}`)}
    </Button>
  );
}
