import { queryOptions } from "@tanstack/react-query";
import { fetchDeliveries, fetchWebhooks } from "../api/webhooks";
import { keys } from "./queries";

const SAFETY_NET_MS = 60_000;
/** No event tells of deliveries; somebody who looks at one under way wants to see it arrive. */
const UNDER_WAY_MS = 3_000;
const QUIET_MS = 15_000;

export const webhooksQuery = queryOptions({
  queryKey: keys.webhooks,
  queryFn: fetchWebhooks,
  refetchInterval: SAFETY_NET_MS,
  staleTime: 5_000,
});

export const deliveriesQuery = (webhook: string) =>
  queryOptions({
    queryKey: keys.deliveries(webhook),
    queryFn: () => fetchDeliveries(webhook),
    refetchInterval: ({ state }) =>
      state.data?.some((delivery) => delivery.state === "PENDING") ? UNDER_WAY_MS : QUIET_MS,
  });
