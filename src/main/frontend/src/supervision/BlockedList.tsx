import { UserAccessLocked, WarningAlt } from "@carbon/icons-react";
import { Button, Pagination, Search, Table, TableBody, TableHead, TableHeader, TableRow } from "@carbon/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { useSearchParams } from "react-router";
import { BLOCKED_SHOWN, fetchBlocked } from "../api/customers";
import { useI18n } from "../i18n/i18n";
import { pagesQuery } from "../live/pages";
import { keys } from "../live/queries";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { useTyped } from "../shell/useTyped";
import { BlockedRow } from "./BlockedRow";

const COLUMNS = ["customer", "blocked", "reason", "facebook", "act"] as const;
const AGAIN_MS = 30_000;

/** Everybody who is blocked, or whom Facebook still blocks; what is looked for stands in the address. */
export function BlockedList() {
  const { t, tn } = useI18n();
  const [params, setParams] = useSearchParams();
  const q = params.get("q") ?? "";
  const page = Math.max(Number(params.get("page") ?? 1), 1) || 1;
  const found = useQuery({
    queryKey: [...keys.blocked, q, page],
    queryFn: () => fetchBlocked(q, page - 1),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
  const pages = useQuery(pagesQuery);
  useEffect(() => {
    document.title = `${t("supervision.blocked")} – ${t("app.name")}`;
  }, [t]);
  const look = useCallback(
    (words: string, at = 1) =>
      setParams({ ...(words !== "" && { q: words }), ...(at > 1 && { page: String(at) }) }, { replace: true }),
    [setParams],
  );
  const [typed, type] = useTyped(q, look);
  const shown = found.data;
  const last = shown === undefined ? page : Math.max(1, Math.ceil(shown.total / BLOCKED_SHOWN));
  // The last one there was unblocked, or an old link led there; what another page answered says nothing of it.
  const beyond = page > last && !found.isPlaceholderData;
  useEffect(() => {
    if (beyond) look(q, last);
  }, [beyond, look, q, last]);
  const waits = shown === undefined || beyond || (found.isPlaceholderData && shown.items.length === 0);
  return (
    <>
      <header className="pages__head">
        <div>
          <h1 className="pages__title">{t("supervision.blocked")}</h1>
          <p className="pages__lead" aria-live="polite" data-testid="blocked-total">
            {shown === undefined ? t("blocked.lead") : tn("blocked.found", shown.total)}
          </p>
        </div>
      </header>
      <Search
        size="md"
        className="blocked-search"
        labelText={t("blocked.search")}
        placeholder={t("blocked.search")}
        closeButtonLabelText={t("blocked.clear")}
        value={typed}
        onChange={(event) => type(event.target.value)}
        data-testid="blocked-search"
      />
      {waits ? (
        found.isError ? (
          <Empty icon={WarningAlt} title={t("blocked.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void found.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={6} />
        )
      ) : shown.items.length === 0 ? (
        <div data-testid="nobody-blocked">
          <Empty
            icon={UserAccessLocked}
            title={t(q === "" ? "blocked.none" : "blocked.notFound")}
            detail={t(q === "" ? "blocked.noneDetail" : "blocked.notFoundDetail")}
          />
        </div>
      ) : (
        <div className="board">
          <div className="board__scroll">
            <Table size="lg" aria-label={t("supervision.blocked")}>
              <TableHead>
                <TableRow>
                  {COLUMNS.map((column) => (
                    <TableHeader key={column}>{t(`blockedColumn.${column}`)}</TableHeader>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {shown.items.map((card) => (
                  <BlockedRow
                    key={`${card.page}:${card.id}`}
                    card={card}
                    pageName={pages.data?.find((page) => page.id === card.page)?.name ?? card.page}
                    name={shown.names[`${card.page}:${card.id}`] ?? card.id}
                  />
                ))}
              </TableBody>
            </Table>
          </div>
          {shown.total > BLOCKED_SHOWN && (
            <Pagination
              page={page}
              pageSize={BLOCKED_SHOWN}
              pageSizes={[BLOCKED_SHOWN]}
              pageSizeInputDisabled
              totalItems={shown.total}
              backwardText={t("recordings.newer")}
              forwardText={t("recordings.older")}
              itemsPerPageText={t("blocked.perPage")}
              itemRangeText={(from, to, total) => t("recordings.range", { from, to, total })}
              pageRangeText={(_, total) => t("recordings.pages", { total })}
              onChange={({ page: at }) => look(q, at)}
            />
          )}
        </div>
      )}
    </>
  );
}
