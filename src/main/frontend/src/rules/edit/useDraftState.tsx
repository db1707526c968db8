import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { isOpen } from "../../api/plannedTables";
import type { CaseOutcome } from "../../api/ruleChecks";
import type { Draft, Table } from "../../api/ruleTables";
import { plannedQuery } from "../../live/ruleTables";
import { useStudio } from "../words";
import type { Note } from "./FindingList";

/** What is to be known of a draft beside its cells: cases that it fails, a newer version, a plan that it is. */
export function useDraftState(table: Table, draft: Draft, outcomes: readonly CaseOutcome[]): Note[] {
  const { w, formats } = useStudio();
  const planned = useQuery(plannedQuery(table.table));
  const plan = planned.data?.find((one) => one.draft === draft.id && isOpen(one));
  const at = { pathname: `/rules/${table.table}`, search: new URLSearchParams({ draft: draft.id }).toString() };
  const notes: Note[] = outcomes
    .filter(({ passed }) => !passed)
    .map(({ id, name }) => ({
      key: `case ${id}`,
      severity: "error",
      words: (
        <>
          {w("draftState.case", { name })}{" "}
          <Link className="link" to={{ ...at, pathname: `${at.pathname}/cases` }}>
            {w("draftState.seeCase")}
          </Link>
        </>
      ),
    }));
  const { number } = table.current;
  if (draft.basedOn !== number)
    notes.push({
      key: "outdated",
      severity: "warning",
      words: w("draftState.outdated", { n: number, from: draft.basedOn }),
    });
  if (plan !== undefined)
    notes.push({
      key: "planned",
      severity: "info",
      words: (
        <>
          {w("draftState.planned", { when: formats.full(plan.askedAt) })}{" "}
          <Link className="link" to={{ ...at, pathname: `${at.pathname}/versions` }}>
            {w("draftState.seePlan")}
          </Link>
        </>
      ),
    });
  return notes;
}
