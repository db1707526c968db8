import { Tag } from "@carbon/react";
import { memo, useState, useSyncExternalStore } from "react";
import { Link } from "react-router";
import type { Conversation } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { drafts } from "../live/drafts";
import { useNow } from "../live/now";
import { Avatar } from "../shell/Avatar";
import { ChannelIcon } from "./ChannelIcon";
import { customerName } from "./customerName";
import { lastWords } from "./lastWords";
import { PatienceMark } from "./PatienceMark";
import { patienceOf } from "./patience";

const MANY = 99;
const TAGS_SHOWN = 1;

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
        <ItemTime conversation={conversation} waiting={waiting} />
      </span>
      <span className="item__line">
        <Excerpt conversation={conversation} me={me} />
        <PatienceMark conversation={conversation} />
        {conversation.elsewhere !== null && (
          <Tag size="sm" type="cyan" data-testid="elsewhere-mark">
            {t("elsewhere.mark")}
          </Tag>
        )}
        {conversation.tags.slice(0, TAGS_SHOWN).map((tag) => (
          <Tag key={tag} size="sm" type="teal" title={tag} data-testid="row-tag">
            {tag}
          </Tag>
        ))}
        {conversation.state === "CLOSING" && (
          <Tag size="sm" type="cool-gray">
            {t("list.closing")}
          </Tag>
        )}
        {waiting && conversation.priority > 0 && (
          <Tag size="sm" type="purple" title={t("list.priority", { n: conversation.priority })}>
            P{conversation.priority}
          </Tag>
        )}
        {unanswered > 0 && (
          <span className={unread || waiting ? "badge" : "badge badge--read"} data-testid="unanswered">
            <span aria-hidden="true">{unanswered > MANY ? `${MANY}+` : unanswered}</span>
            <span className="visually-hidden">{tn("list.unanswered", unanswered)}</span>
          </span>
        )}
      </span>
    </Link>
  );
});

function ItemTime({ conversation, waiting }: { conversation: Conversation; waiting: boolean }) {
  const { t, formats } = useI18n();
  const now = useNow();
  const at = waiting ? (conversation.queuedAt ?? conversation.openedAt) : conversation.lastActivityAt;
  const text = waiting ? (formats.span(at, now) ?? t("time.under")) : (formats.ago(at, now) ?? t("time.now"));
  return (
    <time
      className={`item__time ${waiting ? `item__time--waiting item__time--${patienceOf(conversation, now).mood}` : ""}`}
      dateTime={at}
      title={formats.full(at)}
    >
      {waiting && <span className="visually-hidden">{t("list.waitingSince")} </span>}
      {text}
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
