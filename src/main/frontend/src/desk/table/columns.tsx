import { Tag } from "@carbon/react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { TicketOrder } from "../../api/inbox";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import type { WordKey } from "../../i18n/words";
import { useNow } from "../../live/now";
import { isUnread, useReadMarks } from "../../live/reads";
import { useCampaignName } from "../../live/targets";
import { ChannelIcon } from "../ChannelIcon";
import { customerName } from "../customerName";
import { lastWords } from "../lastWords";
import { PatienceMark } from "../PatienceMark";
import { TONE } from "../tone";

const TAGS_SHOWN = 2;

type Column = { key: string; title: WordKey; order: TicketOrder | null; Cell: (props: CellProps) => ReactNode };
type CellProps = { conversation: Conversation; me: string };

function CustomerCell({ conversation, me }: CellProps) {
  const i18n = useI18n();
  const unread = isUnread(conversation, useReadMarks(), me);
  const name = customerName(conversation.customer, i18n);
  return (
    <span className="ticket__customer">
      <ChannelIcon channel={conversation.channel} />
      <Link
        className={unread ? "ticket__name ticket__name--unread" : "ticket__name"}
        to={`/desk/${encodeURIComponent(conversation.id)}`}
        data-testid="ticket-link"
      >
        {name}
        {unread && <span className="visually-hidden"> {i18n.t("list.unread")}</span>}
      </Link>
    </span>
  );
}

function WordsCell({ conversation, me }: CellProps) {
  const i18n = useI18n();
  return <span className="ticket__words">{lastWords(conversation, me, i18n) ?? i18n.t("list.noMessage")}</span>;
}

function StateCell({ conversation }: CellProps) {
  const { t } = useI18n();
  return (
    <span className="ticket__state">
      <Tag size="sm" type={TONE[conversation.state]}>
        {t(`state.${conversation.state}`)}
      </Tag>
      <PatienceMark conversation={conversation} />
    </span>
  );
}

function CampaignCell({ conversation }: CellProps) {
  const campaignName = useCampaignName();
  return conversation.campaign === null ? "–" : campaignName(conversation.campaign);
}

function TagsCell({ conversation: { tags } }: CellProps) {
  return (
    <span className="ticket__tags">
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <Tag key={tag} size="sm" type="teal" title={tag}>
          {tag}
        </Tag>
      ))}
      {tags.length > TAGS_SHOWN && <span title={tags.join(", ")}>+{tags.length - TAGS_SHOWN}</span>}
    </span>
  );
}

function Moment({ at }: { at: string }) {
  const { formats, t } = useI18n();
  const now = useNow();
  return (
    <time dateTime={at} title={formats.full(at)}>
      {formats.ago(at, now) ?? t("time.now")}
    </time>
  );
}

/** The columns of the table; one without an order cannot be sorted by. */
export const COLUMNS: readonly Column[] = [
  { key: "customer", title: "details.customer", order: "CUSTOMER", Cell: CustomerCell },
  { key: "words", title: "ticket.lastMessage", order: null, Cell: WordsCell },
  { key: "state", title: "details.state", order: "STATE", Cell: StateCell },
  { key: "campaign", title: "details.campaign", order: "CAMPAIGN", Cell: CampaignCell },
  { key: "tags", title: "tags.title", order: null, Cell: TagsCell },
  {
    key: "agent",
    title: "details.assignee",
    order: "AGENT",
    Cell: ({ conversation }) => conversation.assignee?.name ?? "–",
  },
  {
    key: "priority",
    title: "details.priority",
    order: "PRIORITY",
    Cell: ({ conversation }) => conversation.priority,
  },
  {
    key: "opened",
    title: "details.opened",
    order: "OPENED",
    Cell: ({ conversation }) => <Moment at={conversation.openedAt} />,
  },
  {
    key: "activity",
    title: "ticket.activity",
    order: "ACTIVITY",
    Cell: ({ conversation }) => <Moment at={conversation.lastActivityAt} />,
  },
];
