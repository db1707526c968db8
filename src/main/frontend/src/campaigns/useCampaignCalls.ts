import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import {
  type Campaign,
  deleteCampaign,
  disableCampaign,
  duplicateCampaign,
  enableCampaign,
  restoreCampaign,
} from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { applyCampaign } from "../live/campaigns";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";

/** What can be done with a campaign as a whole. */
export function useCampaignCalls(campaign: Campaign) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  const onError = (error: Error) => toast("error", t("campaign.failed"), errorWords(error, t));
  const id = campaign.id;
  const toggle = useMutation({
    mutationFn: (on: boolean) => (on ? enableCampaign(id) : disableCampaign(id)),
    onSuccess: (changed) => {
      applyCampaign(client, changed);
      toast("success", t(changed.enabled ? "campaign.enabled" : "campaign.disabled", { name: changed.name }));
    },
    onError,
  });
  const duplicate = useMutation({
    mutationFn: (name: string) => duplicateCampaign(id, name),
    onSuccess: (copy) => {
      applyCampaign(client, copy);
      void navigate(`/campaigns/${encodeURIComponent(copy.id)}`);
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => deleteCampaign(id),
    onSuccess: async () => {
      toast("success", t("campaign.removed", { name: campaign.name }));
      void navigate("/campaigns");
      client.removeQueries({ queryKey: keys.campaign(id) });
      await client.invalidateQueries({ queryKey: keys.campaigns });
      await client.invalidateQueries({ queryKey: keys.campaignArchive });
    },
    onError,
  });
  const restore = useMutation({
    mutationFn: () => restoreCampaign(id),
    onSuccess: (restored) => applyCampaign(client, restored),
    onError,
  });
  return { toggle, duplicate, remove, restore };
}
