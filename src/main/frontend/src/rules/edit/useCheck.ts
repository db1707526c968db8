import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { check, runCases } from "../../api/ruleChecks";
import type { TableName } from "../../api/ruleTables";
import { keys } from "../../live/queries";
import { casesQuery } from "../../live/ruleTables";

const QUIET_MS = 400;

/** What the check and the saved cases say of a table while it is being typed. */
export function useCheck(table: TableName, dmn: string) {
  const [asked, setAsked] = useState(dmn);
  useEffect(() => {
    const quiet = setTimeout(() => setAsked(dmn), QUIET_MS);
    return () => clearTimeout(quiet);
  }, [dmn]);
  const result = useQuery({
    queryKey: ["ruleCheck", table, asked],
    queryFn: () => check(table, asked),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const cases = useQuery(casesQuery(table));
  // A table with errors answers none of them.
  const answers = (cases.data?.length ?? 0) > 0 && result.data?.every(({ severity }) => severity !== "error") === true;
  const run = useQuery({
    queryKey: [...keys.ruleTable(table), "run", asked, cases.dataUpdatedAt],
    queryFn: () => runCases(table, { dmn: asked }),
    enabled: answers,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  return {
    outcomes: answers ? (run.data ?? []) : [],
    findings: result.data ?? [],
    known: result.data !== undefined,
    failed: result.error,
    busy: result.isFetching || asked !== dmn,
  };
}
