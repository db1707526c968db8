import { useQueryClient } from "@tanstack/react-query";
import { memo } from "react";
import type { Message } from "../api/types";
import { type I18n, useI18n } from "../i18n/i18n";
import { send } from "../live/sender";
import type { BubbleRow } from "./arrange";
import { Status } from "./Status";

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

export const Bubble = memo(function Bubble({ row, me, conversationId, canSend }: BubbleProps) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const client = useQueryClient();
  const { message, first, last, statusFollows } = row;
  const out = message.direction === "OUT";
  const failed = message.status === "FAILED";
  const name = first ? authorName(message, me, i18n) : null;

  return (
    <article
      className={`bubble bubble--${out ? "out" : "in"} bubble--${message.author.kind.toLowerCase()} ${first ? "bubble--first" : ""} ${last ? "bubble--last" : ""} ${failed ? "bubble--failed" : ""}`}
      data-testid="message"
      data-id={message.id}
      data-status={message.status}
      data-direction={message.direction}
    >
      {name !== null && <span className="bubble__author">{name}</span>}
      <p className="bubble__text">{message.text}</p>
      {(last || failed || (out && !statusFollows)) && (
        <span className="bubble__meta">
          {(last || failed) && (
            <time dateTime={message.at} title={formats.full(message.at)}>
              {formats.clock(message.at)}
            </time>
          )}
          {out && <Status status={message.status} />}
        </span>
      )}
      {failed && (
        <span className="bubble__problem">
          {message.reason ?? t("message.failedUnknown")}
          {canSend && message.author.kind === "AGENT" && (
            <button type="button" className="link" onClick={() => send(client, conversationId, message.text)}>
              {t("message.again")}
            </button>
          )}
        </span>
      )}
    </article>
  );
}, looksSame);
