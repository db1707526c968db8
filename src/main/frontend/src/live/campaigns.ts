import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { type Campaign, fetchArchive, fetchCampaign, fetchCampaigns, fetchOptions } from "../api/campaigns";
import { keys } from "./queries";

const SAFETY_NET_MS = 60_000;
const byName = (a: Campaign, b: Campaign) =>
  Number(a.catchAll) - Number(b.catchAll) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id);

export const campaignsQuery = queryOptions({
  queryKey: keys.campaigns,
  queryFn: async () => (await fetchCampaigns()).sort(byName),
  refetchInterval: SAFETY_NET_MS,
  staleTime: 5_000,
});

export const archiveQuery = queryOptions({
  queryKey: keys.campaignArchive,
  queryFn: async () => (await fetchArchive()).sort(byName),
  staleTime: 5_000,
});

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: keys.campaign(id),
    queryFn: () => fetchCampaign(id),
    refetchInterval: SAFETY_NET_MS,
    staleTime: 5_000,
  });

export const campaignOptionsQuery = queryOptions({
  queryKey: keys.campaignOptions,
  queryFn: fetchOptions,
  staleTime: 10_000,
});

/** Brings a campaign's new state into every view of it; an older state is ignored. */
export function applyCampaign(client: QueryClient, campaign: Campaign): void {
  const newest = (known: Campaign | undefined) =>
    known !== undefined && known.version > campaign.version ? known : campaign;
  client.setQueryData<Campaign>(keys.campaign(campaign.id), newest);
  client.setQueryData<Campaign[]>(keys.campaigns, (list) => {
    if (list === undefined) return undefined;
    const others = list.filter(({ id }) => id !== campaign.id);
    const now = newest(list.find(({ id }) => id === campaign.id));
    return now.archived ? others : [...others, now].sort(byName);
  });
  void client.invalidateQueries({ queryKey: keys.campaignArchive });
  void client.invalidateQueries({ queryKey: keys.campaignNames });
}
