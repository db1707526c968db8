import { ArrowRight, WarningAlt } from "@carbon/icons-react";
import { Button, Tag } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { isMineToDecide, type Planned } from "../api/plannedTables";
import { TABLES, type TableName } from "../api/ruleTables";
import type { Me } from "../api/types";
import { tablesQuery } from "../live/ruleTables";
import { Empty } from "../shell/Empty";
import { mayEditRules } from "../shell/roles";
import { Skeleton } from "../shell/Skeleton";
import { tableWords } from "./rowWords";
import { VersionMark } from "./studio/VersionMark";
import { useStudio } from "./words";

/** The tables, with what each decides and who changed it last. */
export function TableList({ me }: { me: Me }) {
  const studio = useStudio();
  const { t, w, wn } = studio;
  const tables = useQuery(tablesQuery);
  if (tables.data === undefined) {
    if (!tables.isError) return <Skeleton lines={8} />;
    return (
      <Empty icon={WarningAlt} title={w("home.failed")}>
        <Button kind="tertiary" size="sm" onClick={() => void tables.refetch()}>
          {t("list.retry")}
        </Button>
      </Empty>
    );
  }
  const sorted = TABLES.flatMap((table) => tables.data.filter((one) => one.table === table));
  return (
    <ul className="tables" aria-label={w("home.tables")}>
      {sorted.map(({ table, current, drafts, planned }) => (
        <li key={table} className="tables__one" data-testid="rule-table" data-id={table}>
          <h2 className="tables__name">
            <Link to={`/rules/${table}`} className="tables__link">
              {tableWords(table, studio)}
            </Link>
          </h2>
          <p className="tables__about">{w(`about.${table}`)}</p>
          <VersionMark version={current} />
          <PlannedMarks table={table} planned={planned} me={me} />
          <span className="tables__foot">
            {drafts.length > 0 && (
              <Tag type="blue" size="sm">
                {wn("drafts.open", drafts.length)}
              </Tag>
            )}
            <ArrowRight size={20} aria-hidden="true" className="tables__go" />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is to come of a table, and whether it waits for the reader. */
function PlannedMarks({ table, planned, me }: { table: TableName; planned: readonly Planned[]; me: Me }) {
  const { w, wn, formats } = useStudio();
  if (planned.length === 0) return null;
  const pending = planned.filter(({ state }) => state === "PENDING_APPROVAL");
  const mine = mayEditRules(me) ? pending.filter((plan) => isMineToDecide(plan, me.id)).length : 0;
  const times = planned.flatMap(({ at, state }) => (at !== null && state === "SCHEDULED" ? [at] : [])).sort();
  return (
    <ul className="tables__planned" data-testid="table-planned">
      {mine > 0 && (
        <li>
          <Link to={`/rules/${table}/versions`} className="link tables__wait">
            {wn("home.yours", mine)}
          </Link>
        </li>
      )}
      {pending.length > mine && <li>{wn("home.waiting", pending.length - mine)}</li>}
      {times.map((at) => (
        <li key={at}>{w("home.plannedFor", { when: formats.full(at) })}</li>
      ))}
    </ul>
  );
}
