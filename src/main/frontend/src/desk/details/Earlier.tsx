import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { earlierQuery } from "../../live/customers";
import { Skeleton } from "../../shell/Skeleton";
import { Stars } from "./Stars";

/** What the customer was talked to about before, and what they said of it; asked for when it is unfolded. */
export function Earlier({ id }: { id: string }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const earlier = useQuery({ ...earlierQuery(client, id), enabled: open });
  return (
    <details
      className="details__why"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="earlier"
    >
      <summary className="details__heading">{t("earlier.title")}</summary>
      {open && earlier.isPending && <Skeleton lines={3} />}
      {earlier.isError && <p>{t("list.failed")}</p>}
      {earlier.data?.length === 0 && <p className="details__post">{t("earlier.none")}</p>}
      <ul className="earlier">
        {earlier.data?.map((conversation) => (
          <EarlierOne key={conversation.id} conversation={conversation} />
        ))}
      </ul>
    </details>
  );
}

function EarlierOne({ conversation }: { conversation: Conversation }) {
  const { t, formats } = useI18n();
  const { id, state, openedAt, assignee, lastMessage, tags, score } = conversation;
  return (
    <li>
      <Link to={`/desk/${encodeURIComponent(id)}`} className="earlier__one" data-testid="earlier-one">
        <span className="earlier__line">
          <time dateTime={openedAt} title={formats.full(openedAt)}>
            {formats.moment(openedAt)}
          </time>
          <span>{assignee?.name ?? t(`state.${state}`)}</span>
        </span>
        {lastMessage !== null && <span className="earlier__text">{lastMessage.text}</span>}
        {score !== null && <Stars score={score} size={16} />}
        {tags.length > 0 && <span className="earlier__tags">{tags.join(" · ")}</span>}
      </Link>
    </li>
  );
}
