import { useQuery } from "@tanstack/react-query";
import { NoAnswer, Refused } from "../../api/http";
import { check, runCases } from "../../api/ruleChecks";
import { fetchVersion, type TableName } from "../../api/ruleTables";
import { keys } from "../../live/queries";

const RETRIES = 2;

/** Who asks once more in a moment may be told: nobody is to be led past the check because the server was busy. */
const retry = (failures: number, error: Error) =>
  failures < RETRIES && (error instanceof NoAnswer || (error instanceof Refused && error.status === 503));

/** What the check and the cases say now to a version that is to be in effect again. */
export function useProof(table: TableName, version: number) {
  const key = [...keys.ruleTable(table), "proof", version];
  const findings = useQuery({
    queryKey: [...key, "check"],
    queryFn: async () => check(table, (await fetchVersion(table, version)).dmn),
    gcTime: 0,
    retry,
  });
  const cases = useQuery({
    queryKey: [...key, "cases"],
    queryFn: () => runCases(table, { version }),
    gcTime: 0,
    retry,
  });
  const errors = (findings.data ?? []).filter(({ severity }) => severity === "error");
  const failing = (cases.data ?? []).filter(({ passed }) => !passed);
  /** Why nobody can tell. */
  const problem = findings.error ?? cases.error;
  return {
    pending: findings.isPending || cases.isPending,
    errors,
    failing,
    problem,
    sound: errors.length === 0 && failing.length === 0 && problem === null,
  };
}

export type Proof = ReturnType<typeof useProof>;
