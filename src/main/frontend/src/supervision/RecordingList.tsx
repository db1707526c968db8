import { Catalog, Download, WarningAlt } from "@carbon/icons-react";
import { Button, Pagination, Table, TableBody, TableHead, TableHeader, TableRow } from "@carbon/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import {
  exportAddress,
  FILTERS,
  type Filter,
  fetchRecordings,
  RECORDING_ORDERS,
  RECORDINGS_SHOWN,
  type RecordingOrder,
  type RecordingSort,
  sortedBy,
} from "../api/recordings";
import { useI18n } from "../i18n/i18n";
import { keys } from "../live/queries";
import { Empty } from "../shell/Empty";
import { SearchedSince } from "../shell/SearchedSince";
import { Skeleton } from "../shell/Skeleton";
import { RecordingFilters } from "./RecordingFilters";
import { RecordingRow } from "./RecordingRow";

/** One without an order cannot be sorted by. */
const COLUMNS = [
  { key: "customer", order: "CUSTOMER" },
  { key: "state", order: "STATE" },
  { key: "agent", order: "AGENT" },
  { key: "opened", order: "OPENED" },
  { key: "messages", order: null },
  { key: "score", order: "SCORE" },
  { key: "tags", order: null },
] as const;
/** What the rest of a row stands in is to be had by opening it. */
const ON_A_PHONE: ReadonlySet<string> = new Set(["customer", "state", "opened"]);
const AGAIN_MS = 30_000;

function filterOf(params: URLSearchParams): Filter {
  const filter: Filter = {};
  for (const name of FILTERS) {
    const value = params.get(name);
    if (value !== null) filter[name] = value;
  }
  return filter;
}

function sortOf(params: URLSearchParams): RecordingSort {
  const order = RECORDING_ORDERS.find((one) => one === params.get("sort"));
  return order === undefined ? null : { order, descending: params.get("descending") === "true" };
}

/** Every conversation there ever was; what is looked for stands in the address. */
export function RecordingList() {
  const { t, tn } = useI18n();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const sort = sortOf(params);
  const page = Math.max(Number(params.get("page") ?? 1), 1) || 1;
  const found = useQuery({
    queryKey: [...keys.recordings, filter, sort, page],
    queryFn: () => fetchRecordings(filter, sort, page - 1),
    placeholderData: keepPreviousData,
    // A search reads every message there is: it stays as it was found.
    refetchInterval: filter.q ? false : AGAIN_MS,
  });
  useEffect(() => {
    document.title = `${t("supervision.recordings")} – ${t("app.name")}`;
  }, [t]);

  function look(next: Filter, order: RecordingSort = null, at = 1) {
    const query = new URLSearchParams();
    for (const name of FILTERS) if (next[name]) query.set(name, next[name]);
    if (order !== null) {
      query.set("sort", order.order);
      query.set("descending", String(order.descending));
    }
    if (at > 1) query.set("page", String(at));
    setParams(query);
  }

  function sortBy(order: RecordingOrder) {
    const [next, narrowed] = sortedBy(order, sort, filter);
    look(narrowed, next);
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
      <RecordingFilters filter={filter} onFilter={(next) => look(next, sort)} />
      <SearchedSince from={shown?.searchedFrom} />
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
                  {COLUMNS.map(({ key, order }) => (
                    <TableHeader
                      key={key}
                      className={`${key === "messages" ? "board__number" : ""} ${ON_A_PHONE.has(key) ? "" : "recordings__more"}`}
                      isSortable={order !== null}
                      isSortHeader={order !== null && order === sort?.order}
                      sortDirection={
                        order !== null && order === sort?.order ? (sort.descending ? "DESC" : "ASC") : "NONE"
                      }
                      onClick={() => order !== null && sortBy(order)}
                      translateWithId={() => t("list.sortBy", { column: t(`recordingColumn.${key}`) })}
                      data-testid={`sort-${key}`}
                    >
                      {t(`recordingColumn.${key}`)}
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
              onChange={({ page: at }) => look(filter, sort, at)}
            />
          )}
        </div>
      )}
    </>
  );
}
