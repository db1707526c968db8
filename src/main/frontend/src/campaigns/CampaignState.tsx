import { Archive, CheckmarkFilled, PauseOutlineFilled, WarningAltFilled } from "@carbon/icons-react";
import type { Campaign } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";

const ICONS = {
  ON: CheckmarkFilled,
  OFF: PauseOutlineFilled,
  INCOMPLETE: WarningAltFilled,
  ARCHIVED: Archive,
};

/** How it stands with a campaign, in one word. */
export function stateOf({ enabled, archived, missing }: Campaign): keyof typeof ICONS {
  if (archived) return "ARCHIVED";
  if (missing.length > 0) return "INCOMPLETE";
  return enabled ? "ON" : "OFF";
}

export function CampaignState({ campaign }: { campaign: Campaign }) {
  const { t } = useI18n();
  const state = stateOf(campaign);
  const Icon = ICONS[state];
  return (
    <span className={`campaign-state campaign-state--${state.toLowerCase()}`}>
      <Icon size={16} />
      {t(state === "INCOMPLETE" && campaign.enabled ? "campaignState.LACKS" : `campaignState.${state}`)}
    </span>
  );
}
