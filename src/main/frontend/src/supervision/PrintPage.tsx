import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchTranscript, type Transcript } from "../api/recordings";
import type { Message } from "../api/types";
import { excerptOf } from "../desk/content/excerpt";
import { factsOf, happeningWords, type NameOfTarget } from "../desk/content/happening";
import { customerName } from "../desk/customerName";
import { useI18n } from "../i18n/i18n";
import { campaignNamesQuery, targetsQuery, useTargetNames } from "../live/targets";
import { Empty } from "../shell/Empty";
import { Loading } from "../shell/Loading";
import "../styles/print.scss";

/** A transcript on paper, from its first message to its last; each look is written down, so that none is made twice. */
export function PrintPage({ id }: { id: string }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: ["print", id],
    queryFn: async () => {
      // Who it was handed on to is to be on the paper by name, which is printed as soon as it is there.
      const names = [client.ensureQueryData(targetsQuery(null)), client.ensureQueryData(campaignNamesQuery)];
      const [transcript] = await Promise.all([fetchTranscript(id), Promise.allSettled(names)]);
      return transcript;
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
  if (data !== undefined) return <Paper {...data} />;
  return isError ? <Empty title={t("thread.failed")} /> : <Loading />;
}

function Paper({ conversation, messages }: Transcript) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const nameOf = useTargetNames(true);
  const name = customerName(conversation.customer, i18n);
  useEffect(() => {
    document.title = `${name} – ${t("app.name")}`;
    window.print();
  }, [name, t]);
  return (
    <main className="paper" data-testid="paper">
      <h1>{conversation.campaign === null ? name : `${nameOf("CAMPAIGN", conversation.campaign)} – ${name}`}</h1>
      <p>
        {t(`state.${conversation.state}`)} · {conversation.page.name}
        {conversation.assignee !== null && ` · ${conversation.assignee.name}`} · {formats.full(conversation.openedAt)}
        {conversation.score !== null &&
          ` · ${t("recording.score", { score: t("survey.score", { n: conversation.score }) })}`}
      </p>
      <ol>
        {messages.map((message) =>
          message.happening === null ? (
            <li key={message.id} className={message.direction === "NOTE" ? "paper__note" : ""}>
              <strong>
                {message.author.kind === "CUSTOMER" ? name : (message.author.name ?? conversation.page.name)}
              </strong>{" "}
              <time dateTime={message.at}>{formats.full(message.at)}</time>
              {message.direction === "NOTE" && <em> {t("recording.note")}</em>}
              <p>{excerptOf(message, i18n)}</p>
            </li>
          ) : (
            <Line key={message.id} message={message} happening={message.happening} nameOf={nameOf} />
          ),
        )}
      </ol>
    </main>
  );
}

type LineOf = { message: Message; happening: NonNullable<Message["happening"]>; nameOf: NameOfTarget };

/** What happened between two messages, and what whoever went on was told. */
function Line({ message, happening, nameOf }: LineOf) {
  const i18n = useI18n();
  return (
    <li className="paper__line" data-testid="paper-line">
      {happeningWords(happening, i18n, nameOf)} <time dateTime={message.at}>{i18n.formats.full(message.at)}</time>
      {factsOf(happening, i18n).map(({ kind, label, value }) => (
        <p key={kind}>{i18n.t("recording.fact", { label, value })}</p>
      ))}
    </li>
  );
}
