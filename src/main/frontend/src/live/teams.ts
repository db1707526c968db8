import { queryOptions } from "@tanstack/react-query";
import { fetchTeams } from "../api/teams";
import { keys } from "./queries";

/** The feed does not tell of teams; they change seldom. */
export const teamsQuery = queryOptions({
  queryKey: keys.teams,
  queryFn: fetchTeams,
  staleTime: 2_000,
  refetchInterval: 15_000,
});
