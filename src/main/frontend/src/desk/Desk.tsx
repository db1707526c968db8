import { ArrowLeft } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { placesQuery } from "../live/finished";
import { asServed, neighbour } from "../live/lists";
import { conversationQuery, keys, listQuery } from "../live/queries";
import { markUnread, useReading } from "../live/reads";
import { Header } from "../shell/Header";
import { LineBanner } from "../shell/LineBanner";
import { Skeleton } from "../shell/Skeleton";
import { useSettings } from "../shell/settings";
import { UnsentBanner } from "../shell/UnsentBanner";
import { useLiveFeed } from "../shell/useLiveFeed";
import { ConversationList, type DeskTab } from "./ConversationList";
import { Details } from "./Details";
import { askToWhom, claimOpen, focusComposer, focusNote, resolveOpen } from "./focus";
import { InboxSwitch } from "./InboxSwitch";
import { Thread } from "./Thread";
import { useDeskTitle } from "./title";
import { useShortcuts } from "./useShortcuts";

const ShortcutsDialog = lazy(() => import("./ShortcutsDialog"));
const TicketTable = lazy(() => import("./table/TicketTable"));

function zones(openId: string | undefined, details: boolean): string {
  if (openId === undefined) return "desk__zones desk__zones--none";
  return details ? "desk__zones desk__zones--details" : "desk__zones";
}

/** Lists on the left, the open conversation in the middle, its customer on the right. */
export function Desk({ me, openId }: { me: Me; openId: string | undefined }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [tab, setTab] = useState<DeskTab>("mine");
  const [help, setHelp] = useState(false);
  const [detailsOpen, setDetailsOpen] = useState(false);
  const mine = useQuery(listQuery(client, "mine", me.id));
  const queue = useQuery(listQuery(client, "queue", me.id));
  const { data: openOne } = useQuery({ ...conversationQuery(client, openId ?? ""), enabled: openId !== undefined });
  // What is left as unread stays on screen until the way out of it is drawn.
  const leftUnread = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (openId !== leftUnread.current) leftUnread.current = undefined;
  }, [openId]);
  useReading(openOne?.id === openId && openId !== leftUnread.current ? openOne : undefined);
  const table = useSettings().inbox === "table" && openId === undefined;
  const places = useQuery({ ...placesQuery, enabled: tab === "queue" });
  const { line, announcement } = useLiveFeed(me);

  // Keys may come faster than pages are drawn: each one starts from where the last one led.
  const at = useRef(openId);
  useEffect(() => {
    at.current = openId;
  }, [openId]);
  const open = useCallback(
    (id: string | undefined) => {
      at.current = id;
      void navigate(id === undefined ? "/desk" : `/desk/${encodeURIComponent(id)}`);
    },
    [navigate],
  );
  const others = useRef<readonly string[]>([]);
  const onShown = useCallback((ids: readonly string[]) => {
    others.current = ids;
  }, []);
  const shown = () =>
    table || tab === "finished" || tab === "teams"
      ? others.current.map((id) => ({ id }))
      : tab === "mine"
        ? (mine.data?.items ?? [])
        : asServed(queue.data?.items ?? [], places.data);
  const move = (step: 1 | -1) => {
    const next = neighbour(shown(), at.current, step);
    if (next !== undefined) open(next);
  };
  function leaveUnread(id: string) {
    leftUnread.current = id;
    open(undefined);
    void markUnread(client, id).catch(() => client.invalidateQueries({ queryKey: keys.reads }));
  }
  const shortcuts = useShortcuts({
    next: () => move(1),
    previous: () => move(-1),
    // The table has no tabs.
    ...(!table && {
      mine: () => setTab("mine"),
      queue: () => setTab("queue"),
      teams: () => setTab("teams"),
      finished: () => setTab("finished"),
    }),
    unread: () => openId !== undefined && leaveUnread(openId),
    claim: claimOpen,
    resolve: resolveOpen,
    reply: focusComposer,
    note: focusNote,
    handOn: askToWhom,
    help: () => setHelp(true),
  });

  useDeskTitle(openId === undefined ? undefined : openOne);

  return (
    <div className="desk">
      <a className="skip" href="#thread">
        {t("header.skip")}
      </a>
      <Header me={me} onHelp={() => setHelp(true)} helpInBar />
      <LineBanner state={line} />
      <UnsentBanner openId={openId} />
      {table ? (
        <TableView me={me} onShown={onShown} />
      ) : (
        <div className={zones(openId, detailsOpen)}>
          {openId !== undefined && (
            <Back details={detailsOpen} onBack={() => (detailsOpen ? setDetailsOpen(false) : open(undefined))} />
          )}
          <ConversationList
            me={me}
            tab={tab}
            onTab={setTab}
            mine={mine}
            queue={queue}
            places={places.data}
            openId={openId}
            onShown={onShown}
          />
          <Thread
            key={openId ?? "none"}
            me={me}
            id={openId}
            onClaimed={() => setTab("mine")}
            onDone={open}
            detailsOpen={detailsOpen}
            onDetails={() => setDetailsOpen(!detailsOpen)}
          />
          {openId !== undefined && <Details me={me} id={openId} />}
        </div>
      )}
      {help && (
        <Suspense fallback={null}>
          <ShortcutsDialog at="desk" onClose={() => setHelp(false)} single={shortcuts} />
        </Suspense>
      )}
      <div className="visually-hidden" aria-live="polite" data-testid="announcement">
        {announcement}
      </div>
    </div>
  );
}

/** On a phone there is room for one zone at a time: this leads to the one before. */
function Back({ details, onBack }: { details: boolean; onBack: () => void }) {
  const { t } = useI18n();
  return (
    <div className="desk__back">
      <Button kind="ghost" size="sm" onClick={onBack} data-testid="back">
        <ArrowLeft size={16} /> {t(details ? "back.toConversation" : "back.toList")}
      </Button>
    </div>
  );
}

/** All conversations in a table, until one is opened. */
function TableView({ me, onShown }: { me: Me; onShown: (ids: readonly string[]) => void }) {
  return (
    <div className="desk__table">
      <InboxSwitch />
      <Suspense fallback={<Skeleton lines={10} />}>
        <TicketTable me={me} onShown={onShown} />
      </Suspense>
    </div>
  );
}
