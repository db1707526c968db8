import { queryOptions } from "@tanstack/react-query";
import { fetchStuck } from "../api/monitor";
import { keys } from "./queries";

const SAFETY_NET_MS = 60_000;

/** The conversations that do not move, the oldest first. */
export const stuckQuery = queryOptions({
  queryKey: keys.stuck,
  queryFn: fetchStuck,
  refetchInterval: SAFETY_NET_MS,
  staleTime: 5_000,
});
