import { SkeletonText } from "@carbon/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "react-router";
import { customerName } from "../../desk/customerName";
import { conversationQuery, transcriptQuery } from "../../live/queries";
import { useStudio } from "../words";

/** A conversation as people know it: whose it is, and what it began with. */
export function ConversationItem({ id, linked }: { id: string; linked: boolean }) {
  const studio = useStudio();
  const { w, formats } = studio;
  const client = useQueryClient();
  const here = useLocation();
  const conversation = useQuery(conversationQuery(client, id));
  const transcript = useQuery(transcriptQuery(client, id));
  const first = transcript.data?.items.find(({ direction, text }) => direction === "IN" && text);
  const name = conversation.data === undefined ? id : customerName(conversation.data.customer, studio);
  const from = `${here.pathname}${here.search}`;
  return (
    <li className="groups__conversation" data-testid="backtest-conversation">
      {conversation.isPending ? (
        <SkeletonText width="12rem" />
      ) : (
        <span>
          <strong>{name}</strong>
          {first?.text && ` ${w("cell.quoted", { text: first.text })}`}
          {conversation.data !== undefined && (
            <time dateTime={conversation.data.openedAt}> {formats.moment(conversation.data.openedAt)}</time>
          )}
        </span>
      )}
      <span className="groups__links">
        <Link
          to={`/rules/why/${encodeURIComponent(id)}`}
          state={{ from }}
          className="link"
          aria-label={w("backtest.whyOf", { name })}
        >
          {w("why.title")}
        </Link>
        {linked && (
          <Link
            to={`/desk/${encodeURIComponent(id)}`}
            className="link"
            aria-label={w("backtest.openOf", { name })}
            data-testid="backtest-open"
          >
            {w("backtest.open")}
          </Link>
        )}
      </span>
    </li>
  );
}
