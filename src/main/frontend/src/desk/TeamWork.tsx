import { Events, WarningAlt } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { eachOnce } from "../live/queries";
import { teamWorkQuery } from "../live/tickets";
import { Empty } from "../shell/Empty";
import { Skeleton } from "../shell/Skeleton";
import { ItemRows } from "./ItemRows";

type TeamWorkProps = { me: Me; openId: string | undefined; onItems: (ids: readonly string[]) => void };

/** What the members of one's teams have in hand, and what waits for these teams. */
export function TeamWork({ me, openId, onItems }: TeamWorkProps) {
  const { t, tn } = useI18n();
  const client = useQueryClient();
  const work = useInfiniteQuery(teamWorkQuery(client));
  const items = work.data && eachOnce(work.data.pages);
  const ids = items?.map(({ id }) => id).join(" ") ?? "";
  useEffect(() => onItems(ids === "" ? [] : ids.split(" ")), [ids, onItems]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = work;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (items === undefined) {
    if (!work.isError) return <Skeleton lines={6} />;
    return (
      <Empty icon={WarningAlt} title={t("list.failed")}>
        <Button kind="tertiary" size="sm" onClick={() => void work.refetch()}>
          {t("list.retry")}
        </Button>
      </Empty>
    );
  }
  if (items.length === 0) return <Empty icon={Events} title={t("teamWork.none")} detail={t("teamWork.noneDetail")} />;
  return (
    <>
      <p className="visually-hidden" role="status">
        {tn("list.count", work.data?.pages[0]?.total ?? 0)}
      </p>
      <ItemRows me={me.id} items={items} openId={openId} onMore={more} />
    </>
  );
}
