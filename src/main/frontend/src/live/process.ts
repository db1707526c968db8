import { queryOptions } from "@tanstack/react-query";
import { fetchModel, fetchWay, type Way } from "../api/process";

export const wayQuery = (id: string, version: number) =>
  queryOptions({ queryKey: ["way", id, version], queryFn: () => fetchWay(id) });

/** Of the way, once it is known: the drawing that has led it, or the present one where that is not kept. */
export const modelQuery = (way: Way | undefined) =>
  queryOptions({
    queryKey: ["processModel", way?.drawing ?? null],
    queryFn: () => fetchModel(way?.drawing ?? null),
    enabled: way !== undefined,
    staleTime: 5 * 60_000,
  });
