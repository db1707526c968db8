import { CheckmarkFilled, CircleOutline, PauseFilled } from "@carbon/icons-react";
import type { ComponentType } from "react";
import type { Pause, PresenceState } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useReasonWords } from "../shell/PresenceSwitch";

const ICONS: Partial<Record<PresenceState, ComponentType<{ size: number }>>> = {
  ONLINE: CheckmarkFilled,
  OFFLINE: CircleOutline,
};

/** Whether an agent is there, as a sign and in words. */
export function PresenceSign({ presence, pause }: { presence: PresenceState; pause?: Pause | null }) {
  const { t } = useI18n();
  const reasonWords = useReasonWords();
  const kind = presence === "AWAY" && (pause?.kind === "BUSY" || pause?.kind === "BREAK") ? pause.kind : presence;
  const reason = kind === "BREAK" ? pause?.reason : null;
  const Icon = ICONS[presence] ?? PauseFilled;
  return (
    <span className={`presence-sign presence-sign--${presence.toLowerCase()}`} data-presence={presence}>
      <Icon size={16} />
      {t(`presence.${kind}`)}
      {reason != null && ` (${reasonWords(reason)})`}
    </span>
  );
}
