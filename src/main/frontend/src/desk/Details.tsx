import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Conversation } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { conversationQuery } from "../live/queries";
import { Avatar } from "../shell/Avatar";
import { Skeleton } from "../shell/Skeleton";

/** Who is being talked to, and what happened to the conversation so far. */
export function Details({ id }: { id: string }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const { data, isPending } = useQuery(conversationQuery(client, id));
  return (
    <aside className="details" aria-label={t("thread.details")} data-testid="details">
      {data !== undefined && <Facts conversation={data} />}
      {isPending && <Skeleton lines={8} />}
    </aside>
  );
}

function Facts({ conversation }: { conversation: Conversation }) {
  const { t } = useI18n();
  const { customer } = conversation;
  return (
    <>
      <div className="details__who">
        <Avatar id={customer.id} name={customer.name} large />
        <h2 className="details__name">{customer.name}</h2>
        <p className="details__page">{conversation.page.name}</p>
      </div>
      <h3 className="details__heading">{t("details.conversation")}</h3>
      <dl className="facts">
        <Fact name={t("details.state")}>{t(`state.${conversation.state}`)}</Fact>
        <Fact name={t("details.assignee")}>{conversation.assignee?.name ?? "–"}</Fact>
        <Fact name={t("details.campaign")}>{conversation.campaign ?? t("details.none")}</Fact>
        <Fact name={t("details.priority")}>{conversation.priority}</Fact>
        <Fact name={t("details.messages")}>{conversation.messageCount}</Fact>
        <Moment name={t("details.opened")} at={conversation.openedAt} />
        <Moment name={t("details.queued")} at={conversation.queuedAt} />
        <Moment name={t("details.assigned")} at={conversation.assignedAt} />
        <Moment name={t("details.closed")} at={conversation.closedAt} />
      </dl>
      <h3 className="details__heading">{t("details.id")}</h3>
      <p className="details__id">{conversation.id}</p>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="facts__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Moment({ name, at }: { name: string; at: string | null }) {
  const { formats } = useI18n();
  if (at === null) return null;
  return (
    <Fact name={name}>
      <time dateTime={at} title={formats.full(at)}>
        {formats.moment(at)}
      </time>
    </Fact>
  );
}
