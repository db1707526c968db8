import { useEffect } from "react";
import type { Conversation } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useCampaignName } from "../live/targets";
import { customerName } from "./customerName";

/** Campaign and customer: what tells conversations apart, here and among the browser's tabs. */
export function useDeskTitle(open: Conversation | undefined): void {
  const i18n = useI18n();
  const campaignName = useCampaignName();
  const { t } = i18n;
  const parts = open && [
    ...(open.campaign === null ? [] : [campaignName(open.campaign)]),
    customerName(open.customer, i18n),
  ];
  const title = [...(parts ?? []), t("app.name")].join(" – ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
