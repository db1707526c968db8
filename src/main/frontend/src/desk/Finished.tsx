import { Renew, Search as SearchIcon, WarningAlt } from "@carbon/icons-react";
import { Button, ContentSwitcher, InlineLoading, Search, Switch } from "@carbon/react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { FinishedState } from "../api/finished";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { finishedQuery } from "../live/finished";
import { eachOnce } from "../live/queries";
import { Empty } from "../shell/Empty";
import { leads } from "../shell/roles";
import { SearchedSince } from "../shell/SearchedSince";
import { Skeleton } from "../shell/Skeleton";
import { useSettled } from "../shell/useSettled";
import { ItemRows } from "./ItemRows";
import { useNearing } from "./useNearing";

const LONGEST = 100;
const STATES: readonly FinishedState[] = ["CLOSED", "IGNORED"];

type FinishedProps = { me: Me; openId: string | undefined; onItems: (ids: readonly string[]) => void };

/** The conversations that are over, to be found by the customer's name or by what was written. */
export function Finished({ me, openId, onItems }: FinishedProps) {
  const { t, tn } = useI18n();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed);
  const [state, setState] = useState<FinishedState>("CLOSED");
  const found = useInfiniteQuery(finishedQuery(client, state, q));
  const items = found.data && eachOnce(found.data.pages);
  const total = found.data?.pages[0]?.total ?? 0;
  const ids = items?.map(({ id }) => id).join(" ") ?? "";
  const { fetchNextPage, isFetchingNextPage } = found;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const end = useRef<HTMLDivElement>(null);
  // Each page of a search reads every message there is: who wants it asks for it.
  useNearing(end, q.trim() === "" && found.hasNextPage && !isFetchingNextPage ? more : undefined);
  useEffect(() => onItems(ids === "" ? [] : ids.split(" ")), [ids, onItems]);

  return (
    <>
      <div className="finished__tools">
        <Search
          id="finished-search"
          size="md"
          labelText={t("finished.search")}
          placeholder={t("finished.search")}
          closeButtonLabelText={t("transfer.clear")}
          value={typed}
          onChange={(event) => setTyped(event.target.value.slice(0, LONGEST))}
          data-testid="finished-search"
        />
        {leads(me) && (
          <ContentSwitcher
            size="sm"
            selectedIndex={STATES.indexOf(state)}
            onChange={({ index }) => setState(STATES[index ?? 0] ?? "CLOSED")}
          >
            {STATES.map((one) => (
              <Switch key={one} name={one} text={t(`finished.${one}`)} data-testid={`finished-${one}`} />
            ))}
          </ContentSwitcher>
        )}
      </div>
      <SearchedSince from={found.data?.pages[0]?.searchedFrom} />
      {q.trim() !== "" && found.isStale && !found.isFetching && items !== undefined && (
        <Button
          kind="ghost"
          size="sm"
          renderIcon={Renew}
          onClick={() => void found.refetch()}
          data-testid="search-again"
        >
          {t("finished.again")}
        </Button>
      )}
      {items === undefined ? (
        found.isError ? (
          <Empty icon={WarningAlt} title={t("list.failed")}>
            <Button kind="tertiary" size="sm" onClick={() => void found.refetch()}>
              {t("list.retry")}
            </Button>
          </Empty>
        ) : (
          <Skeleton lines={6} />
        )
      ) : items.length === 0 ? (
        <Empty icon={SearchIcon} title={t(q.trim() === "" ? `finished.none.${state}` : "finished.noFit")} />
      ) : (
        <>
          <p className="visually-hidden" role="status">
            {tn("list.count", total)}
          </p>
          <ItemRows me={me.id} items={items} openId={openId} />
          {found.hasNextPage && (
            <div ref={end} className="finished__more">
              {found.isFetchingNextPage ? (
                <InlineLoading description={t("app.loading")} />
              ) : (
                <Button kind="ghost" size="sm" onClick={more} data-testid="finished-more">
                  {t("finished.more", { n: items.length, total })}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </>
  );
}
