import { WarningAlt } from "@carbon/icons-react";
import { Button, InlineNotification, Tag } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { NavLink, useSearchParams } from "react-router";
import { isOpen } from "../../api/plannedTables";
import type { Table, TableName } from "../../api/ruleTables";
import type { Me } from "../../api/types";
import { plannedQuery } from "../../live/ruleTables";
import { BackLink } from "../../shell/BackLink";
import { Empty } from "../../shell/Empty";
import { mayAnswer, mayEditRules } from "../../shell/roles";
import { Skeleton } from "../../shell/Skeleton";
import { VersionsTab } from "../deploy/VersionsTab";
import { DraftTab } from "../edit/DraftTab";
import { BacktestTab } from "../prove/BacktestTab";
import { CasesTab } from "../prove/CasesTab";
import { TryTab } from "../prove/TryTab";
import { tableWords } from "../rowWords";
import { useStudio } from "../words";
import { ColumnList } from "./ColumnList";
import { RowsTable } from "./RowsTable";
import { TABS, type Tab } from "./tabs";
import { useTable } from "./useTable";
import { VersionMark } from "./VersionMark";

type TablePageProps = { me: Me; name: TableName; tab: Tab };

/** One table: what it says now, its drafts, and what proves them. */
export function TablePage({ me, name, tab }: TablePageProps) {
  const studio = useStudio();
  const { t, w } = studio;
  const { query, table } = useTable(name);
  const called = tableWords(name, studio);
  useEffect(() => {
    document.title = `${called} – ${t("app.name")}`;
  }, [called, t]);

  return (
    <div className="pages pages--one studio">
      <BackLink to="/rules">{w("table.back")}</BackLink>
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{called}</h1>
          <p className="pages__lead">
            {w(`about.${name}`)} {w(`asked.${name}`)}
          </p>
        </div>
        {table !== undefined && (
          <div className="studio__current" data-testid="current-version">
            <Tag type="green" size="sm">
              {w("version.inEffect")}
            </Tag>
            <VersionMark version={table.current} />
          </div>
        )}
      </header>
      {table?.outdated && (
        <InlineNotification
          kind="warning"
          lowContrast
          hideCloseButton
          title={w("outdated.title", { table: called })}
          subtitle={w("outdated.detail", { file: `dmn/${name}.dmn` })}
          className="studio__notice"
          data-testid="outdated"
        />
      )}
      <Tabs name={name} called={called} table={table} />
      {table !== undefined ? (
        <TabContent me={me} table={table} tab={tab} />
      ) : query.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <Empty icon={WarningAlt} title={w("table.missing")}>
          <Button kind="tertiary" size="sm" onClick={() => void query.refetch()}>
            {t("list.retry")}
          </Button>
        </Empty>
      )}
    </div>
  );
}

/** What the address says beside the tab: it is the same on all of them. */
const KEPT = ["draft", "backtest", "view"];

function Tabs({ name, called, table }: { name: TableName; called: string; table: Table | undefined }) {
  const { w, wn } = useStudio();
  const [search] = useSearchParams();
  const kept = new URLSearchParams([...search].filter(([name]) => KEPT.includes(name)));
  const drafts = table?.drafts.length ?? 0;
  const planned = useQuery(plannedQuery(name)).data?.filter(isOpen).length ?? 0;
  return (
    <nav className="subnav studio__tabs" aria-label={w("tabs.label", { table: called })}>
      {TABS.map((tab) => (
        <NavLink
          key={tab}
          end
          to={{
            pathname: tab === "table" ? `/rules/${name}` : `/rules/${name}/${tab}`,
            search: String(kept),
          }}
          className="subnav__link"
          data-testid={`tab-${tab}`}
        >
          {w(`tab.${tab}`)}
          {tab === "draft" && drafts > 0 && (
            <span className="badge">
              <span aria-hidden="true">{drafts}</span>
              <span className="visually-hidden">{wn("drafts.open", drafts)}</span>
            </span>
          )}
          {tab === "versions" && planned > 0 && (
            <span className="badge">
              <span aria-hidden="true">{planned}</span>
              <span className="visually-hidden">{wn("planned.open", planned)}</span>
            </span>
          )}
        </NavLink>
      ))}
    </nav>
  );
}

function TabContent({ me, table, tab }: { me: Me; table: Table; tab: Tab }) {
  const edits = mayEditRules(me);
  switch (tab) {
    case "draft":
      return <DraftTab table={table} edits={edits} />;
    case "try":
      return <TryTab table={table} edits={edits} />;
    case "cases":
      return <CasesTab table={table} edits={edits} />;
    case "backtest":
      return <BacktestTab table={table} edits={edits} linked={mayAnswer(me)} />;
    case "versions":
      return <VersionsTab table={table} me={me.id} edits={edits} />;
    case "table":
      return (
        <>
          <RowsTable dmn={table.current.dmn} table={table} fired />
          <ColumnList table={table} />
        </>
      );
  }
}
