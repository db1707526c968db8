import { queryOptions } from "@tanstack/react-query";
import { fetchAlertLimits, fetchAlerts } from "../api/alerts";
import { keys } from "./queries";

const SAFETY_NET_MS = 60_000;

export const alertsQuery = queryOptions({
  queryKey: keys.alerts,
  queryFn: fetchAlerts,
  refetchInterval: SAFETY_NET_MS,
  staleTime: 5_000,
});

export const alertLimitsQuery = queryOptions({
  queryKey: keys.alertLimits,
  queryFn: fetchAlertLimits,
  refetchInterval: SAFETY_NET_MS,
  staleTime: 5_000,
});
