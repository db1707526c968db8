import { Renew, Search as SearchIcon, WarningAlt } from "@carbon/icons-react";
import {
  Button,
  Pagination,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableHeader,
  TableRow,
} from "@carbon/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { TICKETS_SHOWN, type TicketFilter, type TicketOrder } from "../../api/inbox";
import type { Me } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { stored } from "../../live/stored";
import { isSearch, ticketsQuery } from "../../live/tickets";
import { Empty } from "../../shell/Empty";
import { SearchedSince } from "../../shell/SearchedSince";
import { Skeleton } from "../../shell/Skeleton";
import { useSettled } from "../../shell/useSettled";
import { COLUMNS } from "./columns";
import { TicketFilters } from "./TicketFilters";
import "../../styles/tickets.scss";

const USUAL: TicketFilter = {
  states: "open",
  owner: "anybody",
  campaign: null,
  q: "",
  sort: "ACTIVITY",
  descending: true,
};
/** Who comes back from a conversation finds the table as it was. */
const kept = stored<TicketFilter>("tickets", USUAL);
const KEPT = "desk";

type TicketTableProps = {
  me: Me;
  /** Told which conversations are on the page, in their order. */
  onShown: (ids: readonly string[]) => void;
};

/** All conversations as a table, sorted and filtered by the server. */
export default function TicketTable({ me, onShown }: TicketTableProps) {
  const { t, tn, formats } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [filter, setFilter] = useState(() => kept.get(KEPT));
  const [typed, setTyped] = useState(filter.q);
  const [page, setPage] = useState(0);
  const q = useSettled(typed);
  const asked = { ...filter, q };
  const tickets = useQuery(ticketsQuery(client, asked, page));
  const items = tickets.data?.items;
  useEffect(() => onShown(items?.map(({ id }) => id) ?? []), [items, onShown]);

  // There may be fewer by now than led to this page.
  const last = tickets.data === undefined ? page : Math.max(0, Math.ceil(tickets.data.total / TICKETS_SHOWN) - 1);
  if (page > last && !tickets.isPlaceholderData) setPage(last);

  function change(changes: Partial<TicketFilter>) {
    const next = { ...filter, ...changes };
    setFilter(next);
    kept.set(KEPT, next);
    setPage(0);
  }
  function sortBy(order: TicketOrder) {
    change(
      order === filter.sort ? { descending: !filter.descending } : { sort: order, descending: order !== "CUSTOMER" },
    );
  }

  return (
    <main className="tickets" id="thread" tabIndex={-1} data-testid="tickets">
      <h1 className="visually-hidden">{t("list.label")}</h1>
      <TicketFilters
        filter={filter}
        typed={typed}
        onTyped={(text) => {
          setTyped(text);
          change({ q: text });
        }}
        onChange={change}
      />
      <p className="visually-hidden" role="status">
        {tickets.data && tn("list.count", tickets.data.total)}
      </p>
      <SearchedSince from={tickets.data?.searchedFrom} />
      {isSearch(asked) && tickets.data !== undefined && !tickets.isPlaceholderData && (
        <p className="tickets__found" data-testid="tickets-found">
          {t("ticket.foundAt", { when: formats.clock(new Date(tickets.dataUpdatedAt).toISOString()) })}
          <Button
            kind="ghost"
            size="sm"
            renderIcon={Renew}
            disabled={tickets.isFetching}
            onClick={() => void tickets.refetch()}
            data-testid="tickets-refresh"
          >
            {t("ticket.refresh")}
          </Button>
        </p>
      )}
      {tickets.data === undefined ? (
        tickets.isError ? (
          <Empty icon={WarningAlt} title={t("list.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void tickets.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={10} />
        )
      ) : tickets.data.total === 0 ? (
        <Empty icon={SearchIcon} title={t("finished.noFit")} detail={t("ticket.noFitDetail")} />
      ) : (
        <>
          <TableContainer className="tickets__scroll">
            <Table size="md" stickyHeader={false} useZebraStyles={false} aria-label={t("list.label")}>
              <TableHead>
                <TableRow>
                  {COLUMNS.map(({ key, title, order }) => (
                    <TableHeader
                      key={key}
                      isSortable={order !== null}
                      isSortHeader={order === filter.sort}
                      sortDirection={order === filter.sort ? (filter.descending ? "DESC" : "ASC") : "NONE"}
                      onClick={() => order !== null && sortBy(order)}
                      translateWithId={() => t("list.sortBy", { column: t(title) })}
                      data-testid={`sort-${key}`}
                    >
                      {t(title)}
                    </TableHeader>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {tickets.data.items.map((conversation) => (
                  <TableRow
                    key={conversation.id}
                    className="ticket"
                    // The link is for keys and readers; a click anywhere in the row is meant for it.
                    onClick={() => void navigate(`/desk/${encodeURIComponent(conversation.id)}`)}
                    data-testid="ticket"
                    data-id={conversation.id}
                  >
                    {COLUMNS.map(({ key, Cell }) => (
                      <TableCell key={key}>
                        <Cell conversation={conversation} me={me.id} />
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
          <Pagination
            size="sm"
            page={page + 1}
            pageSize={TICKETS_SHOWN}
            pageSizes={[TICKETS_SHOWN]}
            pageSizeInputDisabled
            totalItems={tickets.data.total}
            backwardText={t("ticket.previous")}
            forwardText={t("ticket.next")}
            itemsPerPageText={t("ticket.perPage")}
            itemRangeText={(from, to, total) => t("ticket.range", { from, to, total })}
            pageRangeText={(_, total) => t("ticket.pages", { total })}
            onChange={({ page: chosen }) => setPage(chosen - 1)}
          />
        </>
      )}
    </main>
  );
}
