import { WarningAlt } from "@carbon/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import type { Table } from "../../api/ruleTables";
import { draftQuery } from "../../live/ruleTables";
import { Empty } from "../../shell/Empty";
import { Skeleton } from "../../shell/Skeleton";
import { RowsTable } from "../studio/RowsTable";
import { useStudio } from "../words";
import { DraftEditor } from "./DraftEditor";

/** One draft: to be changed by those who may, else to be read. */
export function DraftView({ id, table, edits }: { id: string; table: Table; edits: boolean }) {
  const { w } = useStudio();
  const draft = useQuery(draftQuery(table.table, id));
  // What others save meanwhile is told when one saves oneself; the editor begins anew only when it is asked to.
  const [edition, setEdition] = useState(0);
  if (draft.data === undefined)
    return draft.isPending ? (
      <Skeleton lines={8} />
    ) : (
      <Empty icon={WarningAlt} title={w("drafts.failed")} detail={w("drafts.failedDetail")}>
        <Link to={`/rules/${table.table}/draft`} className="link">
          {w("drafts.all")}
        </Link>
      </Empty>
    );
  if (!edits) return <RowsTable dmn={draft.data.dmn} table={table} />;
  return (
    <DraftEditor
      key={edition}
      draft={draft.data}
      table={table}
      onReload={() => void draft.refetch().then(() => setEdition(edition + 1))}
    />
  );
}
