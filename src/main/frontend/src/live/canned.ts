import { queryOptions } from "@tanstack/react-query";
import { fetchCanned } from "../api/canned";

/** Campaigns change seldom, and what a text says of the next opening holds for a while. */
export const cannedQuery = (id: string) =>
  queryOptions({ queryKey: ["canned", id], queryFn: () => fetchCanned(id), staleTime: 60_000 });
