import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchMessages } from "../api/desk";
import type { Conversation, Message } from "../api/types";
import { excerptOf } from "../desk/content/excerpt";
import { customerName } from "../desk/customerName";
import { useI18n } from "../i18n/i18n";
import { conversationQuery } from "../live/queries";
import { Empty } from "../shell/Empty";
import { Loading } from "../shell/Loading";
import "../styles/print.scss";

async function wholeTranscript(id: string): Promise<Message[]> {
  let slice = await fetchMessages(id);
  let items = slice.items;
  while (slice.more && items[0] !== undefined) {
    slice = await fetchMessages(id, items[0].seq);
    items = [...slice.items, ...items];
  }
  return items;
}

/** A transcript on paper, from its first message to its last. */
export function PrintPage({ id }: { id: string }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const conversation = useQuery(conversationQuery(client, id));
  const messages = useQuery({ queryKey: ["print", id], queryFn: () => wholeTranscript(id) });
  if (conversation.data !== undefined && messages.data !== undefined)
    return <Paper conversation={conversation.data} messages={messages.data} />;
  return conversation.isError || messages.isError ? <Empty title={t("thread.failed")} /> : <Loading />;
}

function Paper({ conversation, messages }: { conversation: Conversation; messages: Message[] }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const name = customerName(conversation.customer, i18n);
  useEffect(() => {
    document.title = `${name} – ${t("app.name")}`;
    window.print();
  }, [name, t]);
  return (
    <main className="paper" data-testid="paper">
      <h1>{name}</h1>
      <p>
        {t(`state.${conversation.state}`)} · {conversation.page.name}
        {conversation.assignee !== null && ` · ${conversation.assignee.name}`} · {formats.full(conversation.openedAt)}
        {conversation.score !== null &&
          ` · ${t("recording.score", { score: t("survey.score", { n: conversation.score }) })}`}
      </p>
      <ol>
        {messages
          .filter(({ happening }) => happening === null)
          .map((message) => (
            <li key={message.id} className={message.direction === "NOTE" ? "paper__note" : ""}>
              <strong>
                {message.author.kind === "CUSTOMER" ? name : (message.author.name ?? conversation.page.name)}
              </strong>{" "}
              <time dateTime={message.at}>{formats.full(message.at)}</time>
              {message.direction === "NOTE" && <em> {t("recording.note")}</em>}
              <p>{excerptOf(message, i18n)}</p>
            </li>
          ))}
      </ol>
    </main>
  );
}
