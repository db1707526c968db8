import { queryOptions, useQuery } from "@tanstack/react-query";
import { fetchCampaignNames, fetchTransferTargets, fetchUserNames } from "../api/transfer";
import type { Named } from "../api/types";
import { keys } from "./queries";

/** Who is there changes by the minute: it is asked for anew while somebody chooses. */
export const targetsQuery = (campaign: string | null) =>
  queryOptions({
    queryKey: [...keys.targets, campaign],
    queryFn: () => fetchTransferTargets(campaign),
    staleTime: 2_000,
    refetchInterval: 10_000,
  });

export const campaignNamesQuery = queryOptions({
  queryKey: keys.campaignNames,
  queryFn: fetchCampaignNames,
  staleTime: 60_000,
  refetchInterval: 5 * 60_000,
});

/** For those who lead: what is over may be of somebody who has left. */
export const userNamesQuery = queryOptions({
  queryKey: keys.userNames,
  queryFn: fetchUserNames,
  staleTime: 60_000,
});

/** What campaigns are called; the id until that is known. */
export function useCampaignName(): (id: string) => string {
  const { data } = useQuery(campaignNamesQuery);
  return (id) => data?.find((campaign) => campaign.id === id)?.name ?? id;
}

/** What those are called to whom conversations were handed on; the id of who is not there any more. */
export function useTargetNames(enabled: boolean): (kind: "AGENT" | "TEAM" | "CAMPAIGN", id: string) => string {
  const campaignName = useCampaignName();
  const { data } = useQuery({ ...targetsQuery(null), enabled, staleTime: 60_000, refetchInterval: false });
  return (kind, id) => {
    if (kind === "CAMPAIGN") return campaignName(id);
    const known: readonly Named[] | undefined = kind === "AGENT" ? data?.agents : data?.teams;
    return known?.find((one) => one.id === id)?.name ?? id;
  };
}
