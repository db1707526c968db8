import { queryOptions } from "@tanstack/react-query";
import { fetchPlanned, fetchPlannedDiff } from "../api/plannedTables";
import { fetchCases } from "../api/ruleChecks";
import {
  fetchDiff,
  fetchDraft,
  fetchTable,
  fetchTables,
  fetchVersion,
  fetchVersions,
  type TableName,
} from "../api/ruleTables";
import { keys } from "./queries";

const SAFETY_NET_MS = 30_000;

export const tablesQuery = queryOptions({
  queryKey: keys.ruleTables,
  queryFn: fetchTables,
  staleTime: 2_000,
  refetchInterval: SAFETY_NET_MS,
});

export const tableQuery = (table: TableName) =>
  queryOptions({
    queryKey: keys.ruleTable(table),
    queryFn: () => fetchTable(table),
    staleTime: 2_000,
    refetchInterval: SAFETY_NET_MS,
  });

export const casesQuery = (table: TableName) =>
  queryOptions({ queryKey: [...keys.ruleTable(table), "cases"], queryFn: () => fetchCases(table), staleTime: 2_000 });

/** What was deployed never changes. */
export const versionQuery = (table: TableName, number: number) =>
  queryOptions({
    queryKey: ["ruleVersion", table, number],
    queryFn: () => fetchVersion(table, number),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const versionsQuery = (table: TableName) =>
  queryOptions({
    queryKey: [...keys.ruleTable(table), "versions"],
    queryFn: () => fetchVersions(table),
    staleTime: 2_000,
  });

export const plannedQuery = (table: TableName) =>
  queryOptions({
    queryKey: [...keys.ruleTable(table), "planned"],
    queryFn: () => fetchPlanned(table),
    staleTime: 2_000,
    refetchInterval: SAFETY_NET_MS,
  });

/** What was planned is not changed any more. */
export const plannedDiffQuery = (table: TableName, id: string) =>
  queryOptions({
    queryKey: ["rulePlannedDiff", table, id],
    queryFn: () => fetchPlannedDiff(table, id),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A draft is read once and then followed by its own saves. */
export const draftQuery = (table: TableName, id: string) =>
  queryOptions({
    queryKey: ["ruleDraft", table, id],
    queryFn: () => fetchDraft(table, id),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export const diffQuery = (table: TableName, from: number, to: number | string, revision = 0) =>
  queryOptions({
    queryKey: ["ruleDiff", table, from, to, revision],
    queryFn: () => fetchDiff(table, from, to),
  });
