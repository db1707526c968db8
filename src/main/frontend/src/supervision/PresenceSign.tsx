import { CheckmarkFilled, CircleOutline, PauseFilled } from "@carbon/icons-react";
import type { ComponentType } from "react";
import type { PresenceState } from "../api/types";
import { useI18n } from "../i18n/i18n";

const ICONS: Partial<Record<PresenceState, ComponentType<{ size: number }>>> = {
  ONLINE: CheckmarkFilled,
  OFFLINE: CircleOutline,
};

/** Whether an agent is there, as a sign and in words. */
export function PresenceSign({ presence }: { presence: PresenceState }) {
  const { t } = useI18n();
  const Icon = ICONS[presence] ?? PauseFilled;
  return (
    <span className={`presence-sign presence-sign--${presence.toLowerCase()}`} data-presence={presence}>
      <Icon size={16} />
      {t(`presence.${presence}`)}
    </span>
  );
}
