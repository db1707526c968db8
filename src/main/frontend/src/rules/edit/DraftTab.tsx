import { useSearchParams } from "react-router";
import type { Table } from "../../api/ruleTables";
import { DraftList } from "./DraftList";
import { DraftView } from "./DraftView";

/** The drafts of a table, or the one that is being worked on. */
export function DraftTab({ table, edits }: { table: Table; edits: boolean }) {
  const [search] = useSearchParams();
  const id = search.get("draft");
  return id === null ? (
    <DraftList table={table} edits={edits} />
  ) : (
    <DraftView key={id} id={id} table={table} edits={edits} />
  );
}
