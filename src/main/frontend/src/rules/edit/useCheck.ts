import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { check } from "../../api/ruleChecks";
import type { TableName } from "../../api/ruleTables";

const QUIET_MS = 400;

/** What the check says of a table while it is being typed. */
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
  return {
    findings: result.data ?? [],
    known: result.data !== undefined,
    failed: result.error,
    busy: result.isFetching || asked !== dmn,
  };
}
