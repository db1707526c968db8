import { ChatOff, Checkmark, WarningAlt } from "@carbon/icons-react";
import { Button, Tab, TabList, TabPanel, TabPanels, Tabs } from "@carbon/react";
import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { doneQuery } from "../live/finished";
import { asServed, type ListName, type ConversationList as Loaded } from "../live/lists";
import { loadMore } from "../live/queries";
import { Empty } from "../shell/Empty";
import { leads } from "../shell/roles";
import { Skeleton } from "../shell/Skeleton";
import { usePresenceChange } from "../shell/usePresenceChange";
import { Finished } from "./Finished";
import { InboxSwitch } from "./InboxSwitch";
import { ItemRows } from "./ItemRows";
import { TeamWork } from "./TeamWork";
import { Unattended } from "./Unattended";

/** The lists of what is open, and those that are over. */
export type DeskTab = ListName | "teams" | "finished";
const OPEN: readonly ListName[] = ["mine", "queue"];
export const TABS: readonly DeskTab[] = [...OPEN, "teams", "finished"];

type ConversationListProps = {
  me: Me;
  tab: DeskTab;
  onTab: (tab: DeskTab) => void;
  mine: UseQueryResult<Loaded>;
  queue: UseQueryResult<Loaded>;
  /** The places of those who wait, as far as they are known. */
  places: ReadonlyMap<string, number> | undefined;
  openId: string | undefined;
  /** Told which ones are shown, for the keys that move among them, where this list loads them itself. */
  onShown: (ids: readonly string[]) => void;
};

export function ConversationList(props: ConversationListProps) {
  const { me, tab, onTab, mine, queue, places, openId, onShown } = props;
  const { t, tn } = useI18n();
  const lists = { mine, queue };
  return (
    <nav className="list" aria-label={t("list.label")}>
      <InboxSwitch />
      <Tabs selectedIndex={TABS.indexOf(tab)} onChange={({ selectedIndex }) => onTab(TABS[selectedIndex] ?? "mine")}>
        <TabList aria-label={t("list.label")}>
          {OPEN.map((name) => {
            const { data } = lists[name];
            const count = data?.items.length ?? 0;
            return (
              <Tab key={name} data-testid={`tab-${name}`}>
                {t(`list.${name}`)}
                <span className="list__count" aria-hidden="true">
                  {count}
                  {data?.more && "+"}
                </span>
                <span className="visually-hidden">{tn("list.count", count)}</span>
              </Tab>
            );
          })}
          <Tab data-testid="tab-teams">{t("list.teams")}</Tab>
          <Tab data-testid="tab-finished">{t("list.finished")}</Tab>
        </TabList>
        <TabPanels>
          {OPEN.map((name) => (
            <TabPanel key={name} className="list__panel" tabIndex={-1}>
              {name === tab && <NotOnline me={me} list={lists[name].data} name={name} />}
              {name === tab && name === "queue" && leads(me) && <Unattended />}
              {name === tab && <Rows me={me} name={name} list={lists[name]} places={places} openId={openId} />}
            </TabPanel>
          ))}
          <TabPanel className="list__panel" tabIndex={-1}>
            {tab === "teams" && <TeamWork me={me} openId={openId} onItems={onShown} />}
          </TabPanel>
          <TabPanel className="list__panel" tabIndex={-1}>
            {tab === "finished" && <Finished me={me} openId={openId} onItems={onShown} />}
          </TabPanel>
        </TabPanels>
      </Tabs>
    </nav>
  );
}

type RowsProps = {
  me: Me;
  name: ListName;
  list: UseQueryResult<Loaded>;
  places: ReadonlyMap<string, number> | undefined;
  openId: string | undefined;
};

function Rows({ me, name, list, places, openId }: RowsProps) {
  const { t } = useI18n();
  const client = useQueryClient();
  const more = useCallback(() => loadMore(client, name), [client, name]);

  if (list.data === undefined) {
    if (list.isPending) return <Skeleton lines={6} />;
    return (
      <Empty icon={WarningAlt} title={t("list.failed")}>
        <Button kind="tertiary" size="sm" onClick={() => void list.refetch()}>
          {t("list.retry")}
        </Button>
      </Empty>
    );
  }
  if (list.data.items.length === 0) {
    if (name === "mine") return <NoneOfMine me={me} />;
    return <Empty icon={Checkmark} title={t("list.queueEmpty")} detail={t("list.queueEmptyDetail")} />;
  }
  const items = name === "queue" ? asServed(list.data.items, places) : list.data.items;
  return (
    <ItemRows
      me={me.id}
      items={items}
      openId={openId}
      waiting={name === "queue"}
      places={name === "queue" ? places : undefined}
      onMore={list.data.more ? more : undefined}
    />
  );
}

/** Why nothing comes, above lists that have something in them; an empty one says it itself. */
function NotOnline({ me, name, list }: { me: Me; name: ListName; list: Loaded | undefined }) {
  const { t } = useI18n();
  const change = usePresenceChange();
  const { presence } = me.presence;
  const told = name === "mine" && list?.items.length === 0;
  if (presence === "ONLINE" || told || list === undefined || !me.roles.includes("AGENT")) return null;
  return (
    <p className="list__away" role="status" data-testid="not-online">
      <span>{t(presence === "AWAY" ? "list.away" : "list.offline")}</span>
      <button
        type="button"
        className="link"
        onClick={() => change.mutate({ presence: "ONLINE" })}
        disabled={change.isPending}
      >
        {t("list.goOnline")}
      </button>
    </p>
  );
}

function NoneOfMine({ me }: { me: Me }) {
  const { t } = useI18n();
  const change = usePresenceChange();
  const done = (useQuery(doneQuery).data ?? 0) > 0;
  const title = t(done ? "list.mineDone" : "list.mineEmpty");
  if (!me.roles.includes("AGENT")) return <Empty title={title} detail={t("list.mineEmptyOther")} />;
  if (me.presence.presence === "ONLINE") {
    return <Empty icon={Checkmark} title={title} detail={t(done ? "list.mineDoneOnline" : "list.mineEmptyOnline")} />;
  }
  const why = me.presence.presence === "AWAY" ? "list.mineEmptyAway" : "list.mineEmptyOffline";
  return (
    <Empty icon={ChatOff} title={title} detail={t(why)}>
      <Button
        kind="tertiary"
        size="sm"
        onClick={() => change.mutate({ presence: "ONLINE" })}
        disabled={change.isPending}
      >
        {t("list.goOnline")}
      </Button>
    </Empty>
  );
}
