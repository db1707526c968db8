import { ArrowRight, WarningAlt } from "@carbon/icons-react";
import { Button, Tag } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { TABLES } from "../api/ruleTables";
import { tablesQuery } from "../live/ruleTables";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { tableWords } from "./rowWords";
import { VersionMark } from "./studio/VersionMark";
import { useStudio } from "./words";

/** The tables, with what each decides and who changed it last. */
export function TableList() {
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
      {sorted.map(({ table, current, drafts }) => (
        <li key={table} className="tables__one" data-testid="rule-table" data-id={table}>
          <h2 className="tables__name">
            <Link to={`/rules/${table}`} className="tables__link">
              {tableWords(table, studio)}
            </Link>
          </h2>
          <p className="tables__about">{w(`about.${table}`)}</p>
          <VersionMark version={current} />
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
