import { Logout, Time, WarningAltFilled } from "@carbon/icons-react";
import type { Conversation } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { patienceOf } from "./patience";

const ICONS = { soon: Time, late: WarningAltFilled, lost: Logout };

/** Says that a customer is to be answered soon, should have been, or has probably left; nothing while there is time. */
export function PatienceMark({ conversation }: { conversation: Conversation }) {
  const { t, formats } = useI18n();
  const now = useNow();
  const { mood, due } = patienceOf(conversation, now);
  if (mood === "calm") return null;
  const Icon = ICONS[mood];
  const hint = due === null ? t(`patience.${mood}`) : t("patience.due", { when: formats.full(due) });
  return (
    <span className={`patience patience--${mood}`} title={hint} data-testid="patience" data-mood={mood}>
      <Icon size={16} />
      {t(`patience.${mood}`)}
    </span>
  );
}
