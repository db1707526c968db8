import { Catalog, Download, WarningAlt } from "@carbon/icons-react";
import { Button, Pagination, Table, TableBody, TableHead, TableHeader, TableRow } from "@carbon/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { exportAddress, FILTERS, type Filter, fetchRecordings, RECORDINGS_SHOWN } from "../api/recordings";
import { useI18n } from "../i18n/i18n";
import { keys } from "../live/queries";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { RecordingFilters } from "./RecordingFilters";
import { RecordingRow } from "./RecordingRow";

const COLUMNS = ["customer", "state", "agent", "opened", "messages", "tags"] as const;
const AGAIN_MS = 30_000;

function filterOf(params: URLSearchParams): Filter {
  const filter: Filter = {};
  for (const name of FILTERS) {
    const value = params.get(name);
    if (value !== null) filter[name] = value;
  }
  return filter;
}

/** Every conversation there ever was; what is looked for stands in the address. */
export function RecordingList() {
  const { t, tn } = useI18n();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const page = Math.max(Number(params.get("page") ?? 1), 1) || 1;
  const found = useQuery({
    queryKey: [...keys.recordings, filter, page],
    queryFn: () => fetchRecordings(filter, page - 1),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
  useEffect(() => {
    document.title = `${t("supervision.recordings")} – ${t("app.name")}`;
  }, [t]);

  function look(next: Filter, at = 1) {
    const query = new URLSearchParams();
    for (const name of FILTERS) if (next[name]) query.set(name, next[name]);
    if (at > 1) query.set("page", String(at));
    setParams(query);
  }

  const shown = found.data;
  return (
    <>
      <header className="pages__head">
        <div>
          <h1 className="pages__title">{t("supervision.recordings")}</h1>
          <p className="pages__lead" aria-live="polite" data-testid="recordings-total">
            {shown === undefined ? t("recordings.lead") : tn("recordings.found", shown.total)}
          </p>
        </div>
        {shown !== undefined && shown.total > 0 && (
          <div className="recordings__exports">
            {(["CSV", "JSON"] as const).map((format) => (
              <Button
                key={format}
                kind="tertiary"
                size="sm"
                renderIcon={Download}
                href={exportAddress(filter, format)}
                data-testid={`export-${format.toLowerCase()}`}
              >
                {format}
              </Button>
            ))}
          </div>
        )}
      </header>
      <RecordingFilters key={params.toString()} filter={filter} onFilter={look} />
      {shown === undefined ? (
        found.isError ? (
          <Empty icon={WarningAlt} title={t("recordings.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void found.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={8} />
        )
      ) : shown.items.length === 0 ? (
        <Empty icon={Catalog} title={t("recordings.none")} detail={t("recordings.noneDetail")} />
      ) : (
        <div className="board">
          <div className="board__scroll">
            <Table size="md" aria-label={t("supervision.recordings")}>
              <TableHead>
                <TableRow>
                  {COLUMNS.map((column) => (
                    <TableHeader key={column} className={column === "messages" ? "board__number" : ""}>
                      {t(`recordingColumn.${column}`)}
                    </TableHeader>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {shown.items.map((conversation) => (
                  <RecordingRow key={conversation.id} conversation={conversation} />
                ))}
              </TableBody>
            </Table>
          </div>
          {shown.total > RECORDINGS_SHOWN && (
            <Pagination
              page={page}
              pageSize={RECORDINGS_SHOWN}
              pageSizes={[RECORDINGS_SHOWN]}
              pageSizeInputDisabled
              totalItems={shown.total}
              backwardText={t("recordings.newer")}
              forwardText={t("recordings.older")}
              itemsPerPageText={t("recordings.perPage")}
              itemRangeText={(from, to, total) => t("recordings.range", { from, to, total })}
              pageRangeText={(_, total) => t("recordings.pages", { total })}
              onChange={({ page: at }) => look(filter, at)}
            />
          )}
        </div>
      )}
    </>
  );
}
