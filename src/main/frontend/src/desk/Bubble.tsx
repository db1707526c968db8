import { memo } from "react";
import type { Message } from "../api/types";
import { type I18n, useI18n } from "../i18n/i18n";
import { reasonWords } from "../i18n/reasons";
import type { BubbleRow } from "./arrange";
import { BubbleActions } from "./BubbleActions";
import { BubbleProblem } from "./BubbleProblem";
import { Content } from "./content/Content";
import { Quote } from "./content/Quote";
import { Reactions } from "./content/Reactions";
import { Status } from "./Status";
import { useMessageCall } from "./useMessageCall";

function authorName({ author }: Message, me: string, { t }: I18n): string | null {
  if (author.kind === "CUSTOMER") return null;
  if (author.kind === "AGENT") return author.id === me ? null : author.name;
  return author.name ?? t(`author.${author.kind}`);
}

const looksSame = (a: BubbleProps, b: BubbleProps) =>
  a.row.message === b.row.message &&
  a.row.first === b.row.first &&
  a.row.last === b.row.last &&
  a.row.statusFollows === b.row.statusFollows &&
  a.canSend === b.canSend &&
  a.conversationId === b.conversationId;

type BubbleProps = { row: BubbleRow; me: string; conversationId: string; canSend: boolean };

const classes = ({ row: { message, first, last } }: BubbleProps) =>
  [
    "bubble",
    `bubble--${message.direction.toLowerCase()}`,
    `bubble--${message.author.kind.toLowerCase()}`,
    first && "bubble--first",
    last && "bubble--last",
    message.status === "FAILED" && "bubble--failed",
    message.status === "DISCARDED" && "bubble--discarded",
  ]
    .filter(Boolean)
    .join(" ");

/** One message of the transcript. */
export const Bubble = memo(function Bubble(props: BubbleProps) {
  const i18n = useI18n();
  const { row, me, conversationId, canSend } = props;
  const { message, first } = row;
  const { status, removedAt } = message;
  const name = first ? authorName(message, me, i18n) : null;
  const call = useMessageCall(conversationId, message.id);

  return (
    <article
      className={classes(props)}
      data-testid="message"
      data-id={message.id}
      data-status={status}
      data-direction={message.direction}
    >
      {name !== null && <span className="bubble__author">{name}</span>}
      <div className="bubble__body">
        {message.replyTo !== null && <Quote mid={message.replyTo} />}
        <Content message={message} />
        {canSend && removedAt === null && <BubbleActions conversationId={conversationId} message={message} />}
      </div>
      <Reactions
        reactions={message.reactions}
        onTakeBack={canSend ? () => call.mutate({ kind: "react", emoji: null }) : undefined}
      />
      <Meta row={row} />
      {status === "FAILED" && <BubbleProblem conversationId={conversationId} message={message} canSend={canSend} />}
      {(status === "QUEUED" || status === "SENDING") && message.reason !== null && (
        <span className="bubble__waits">{reasonWords(message.reasonCode, message.reason, i18n.t)}</span>
      )}
    </article>
  );
}, looksSame);

function Meta({ row: { message, last, statusFollows } }: { row: BubbleRow }) {
  const { t, formats } = useI18n();
  const { direction, status, via, editedAt } = message;
  const out = direction === "OUT";
  const timed = last || status === "FAILED";
  if (!timed && (!out || statusFollows) && editedAt === null && via !== "PRIVATE_REPLY") return null;
  return (
    <span className="bubble__meta">
      {via === "PRIVATE_REPLY" && <span>{t("mark.private")}</span>}
      {editedAt !== null && <span title={formats.full(editedAt)}>{t("mark.edited")}</span>}
      {timed && (
        <time dateTime={message.at} title={formats.full(message.at)}>
          {formats.clock(message.at)}
        </time>
      )}
      {out && <Status status={status} />}
    </span>
  );
}
