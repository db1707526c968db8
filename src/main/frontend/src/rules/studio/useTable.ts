import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { TableName } from "../../api/ruleTables";
import { tableQuery } from "../../live/ruleTables";
import { useStudio } from "../words";
import { localised } from "./columnWords";

/** A table as it is shown, in the reader's language. */
export function useTable(name: TableName) {
  const studio = useStudio();
  const { language } = studio;
  const query = useQuery(tableQuery(name));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are those of the language
  const table = useMemo(
    () => (query.data === undefined ? undefined : localised(query.data, studio)),
    [query.data, language],
  );
  return { query, table };
}
