import { queryOptions } from "@tanstack/react-query";
import { fetchModel, fetchWay } from "../api/process";

export const wayQuery = (id: string, version: number) =>
  queryOptions({ queryKey: ["way", id, version], queryFn: () => fetchWay(id) });

export const modelQuery = queryOptions({
  queryKey: ["processModel"],
  queryFn: fetchModel,
  staleTime: 5 * 60_000,
});
