import { memo, useState, useSyncExternalStore } from "react";
import { Link } from "react-router";
import type { Conversation } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { drafts } from "../live/drafts";
import { useNow } from "../live/now";
import { Avatar } from "../shell/Avatar";
import { ChannelIcon } from "./ChannelIcon";
import { customerName } from "./customerName";
import { ItemMarks } from "./ItemMarks";
import { lastWords } from "./lastWords";
import { patienceOf, waitsSince } from "./patience";

const MANY = 99;

type ConversationItemProps = {
  me: string;
  place?: number | undefined;
  conversation: Conversation;
  waiting: boolean;
  /** Whether the customer wrote what this user has not seen. */
  unread?: boolean;
  open: boolean;
};

export const ConversationItem = memo(function ConversationItem(props: ConversationItemProps) {
  const { me, conversation, waiting, unread = false, open, place } = props;
  const i18n = useI18n();
  const { t, tn } = i18n;
  // Who clicks wants to write at once; who moves by keys wants to move on.
  const [pointed, setPointed] = useState(false);
  const { id, customer, unanswered } = conversation;
  const name = customerName(customer, i18n);
  return (
    <Link
      to={`/desk/${encodeURIComponent(id)}`}
      state={{ focus: pointed }}
      onPointerDown={() => setPointed(true)}
      onKeyDown={() => setPointed(false)}
      className={`item ${open ? "item--open" : ""} ${unread ? "item--unread" : ""}`}
      aria-current={open ? "page" : undefined}
      data-testid="conversation-item"
      data-id={id}
      data-state={conversation.state}
      data-unread={unread}
    >
      <Avatar id={customer.id} name={name} picture={customer.picture} />
      <span className="item__line">
        <ChannelIcon channel={conversation.channel} />
        {place !== undefined && (
          <span className="item__place" title={t("list.place", { n: place })}>
            <span className="visually-hidden">{t("list.place", { n: place })} </span>
            <span aria-hidden="true">{place}</span>
          </span>
        )}
        <span className="item__name">
          {name}
          {unread && <span className="visually-hidden"> {t("list.unread")}</span>}
        </span>
        <ItemTime conversation={conversation} />
      </span>
      <span className="item__line">
        <Excerpt conversation={conversation} me={me} />
        {unanswered > 0 && (
          <span className={unread || waiting ? "badge" : "badge badge--read"} data-testid="unanswered">
            <span aria-hidden="true">{unanswered > MANY ? `${MANY}+` : unanswered}</span>
            <span className="visually-hidden">{tn("list.unanswered", unanswered)}</span>
          </span>
        )}
      </span>
      <ItemMarks conversation={conversation} waiting={waiting} />
    </Link>
  );
});

/** How long the customer has been waiting for an answer; when something happened last where nobody does. */
function ItemTime({ conversation }: { conversation: Conversation }) {
  const { t, formats } = useI18n();
  const now = useNow();
  const since = waitsSince(conversation);
  if (since === null) {
    const { lastActivityAt: at } = conversation;
    return (
      <time className="item__time" dateTime={at} title={t("list.lastActivity", { when: formats.full(at) })}>
        {formats.ago(at, now) ?? t("time.now")}
      </time>
    );
  }
  return (
    <time
      className={`item__time item__time--waiting item__time--${patienceOf(conversation, now).mood}`}
      dateTime={since}
      title={t("list.waitsSince", { when: formats.full(since) })}
      data-testid="item-waits"
    >
      <span className="visually-hidden">{t("list.waitingSince")} </span>
      {formats.span(since, now) ?? t("time.under")}
    </time>
  );
}

function Excerpt({ conversation, me }: { conversation: Conversation; me: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.get(conversation.id));
  const words = lastWords(conversation, me, i18n);
  if (draft.trim() !== "") {
    return (
      <span className="item__excerpt">
        <em className="item__draft">{t("list.draft")}</em> {draft}
      </span>
    );
  }
  return <span className="item__excerpt">{words ?? t("list.noMessage")}</span>;
}
