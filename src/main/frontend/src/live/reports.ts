import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type Asked, fetchComments, fetchReport } from "../api/reports";
import { keys } from "./queries";

/** What is counted follows the end of a conversation by seconds; nobody needs it sooner than in a minute. */
const COUNTED_AGAIN_MS = 60_000;

export const reportQuery = (asked: Asked) =>
  queryOptions({
    queryKey: [...keys.reports, asked] as const,
    queryFn: () => fetchReport(asked),
    placeholderData: keepPreviousData,
    refetchInterval: COUNTED_AGAIN_MS,
    staleTime: 5_000,
  });

export const commentsQuery = (asked: Asked, page: number) =>
  queryOptions({
    queryKey: [...keys.reportComments, asked, page] as const,
    queryFn: () => fetchComments(asked, page),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
