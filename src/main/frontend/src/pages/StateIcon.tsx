import { CheckmarkFilled, ErrorFilled, SubtractAlt, WarningAltFilled } from "@carbon/icons-react";
import type { ComponentType } from "react";
import type { PageState } from "../api/pages";
import { useI18n } from "../i18n/i18n";

const ICONS: Record<PageState, ComponentType<{ size: number }>> = {
  CONNECTED: CheckmarkFilled,
  ATTENTION: WarningAltFilled,
  HELD: ErrorFilled,
  DISCONNECTED: SubtractAlt,
};

/** How a Page is, as a sign and in words. */
export function StateIcon({ state }: { state: PageState }) {
  const { t } = useI18n();
  const Icon = ICONS[state];
  return (
    <span className={`page-state page-state--${state.toLowerCase()}`} data-testid="page-state" data-state={state}>
      <Icon size={20} />
      {t(`pageState.${state}`)}
    </span>
  );
}
