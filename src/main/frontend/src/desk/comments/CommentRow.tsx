import { Locked, ThumbsUpFilled, ViewOff } from "@carbon/icons-react";
import { Tag } from "@carbon/react";
import { memo } from "react";
import type { Message } from "../../api/types";
import { type I18n, useI18n } from "../../i18n/i18n";
import { reasonWords } from "../../i18n/reasons";
import { Avatar } from "../../shell/Avatar";
import { BubbleProblem } from "../BubbleProblem";
import { Content } from "../content/Content";
import { Quote } from "../content/Quote";
import { Reactions } from "../content/Reactions";
import { authorName } from "../customerName";
import { Status } from "../Status";
import { CommentActions } from "./CommentActions";

function nameOf({ author }: Message, { t }: I18n): string {
  if (author.kind === "CUSTOMER") return authorName(author, { t }) ?? "–";
  return author.name ?? t(author.kind === "AGENT" ? "comment.page" : `author.${author.kind}`);
}

type CommentRowProps = {
  message: Message;
  /** The comment all others stand under. */
  top: boolean;
  topMid: string | null;
  picture: string | null;
  page: string;
  conversationId: string;
  canSend: boolean;
};

/** One comment under a post, with who wrote it and what became of it. */
export const CommentRow = memo(function CommentRow(props: CommentRowProps) {
  const { message, top, topMid, picture, page, conversationId, canSend } = props;
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { author, comment, status, via, removedAt } = message;
  const ours = message.direction === "OUT";
  const name = nameOf(message, i18n);
  const quotes = message.replyTo !== null && message.replyTo !== topMid;

  return (
    <article
      className={`comment ${top ? "comment--top" : "comment--under"} ${ours ? "comment--ours" : ""} ${comment?.hidden ? "comment--hidden" : ""}`}
      data-testid="message"
      data-id={message.id}
      data-status={status}
      data-direction={message.direction}
      data-via={via}
    >
      <Avatar id={author.id ?? page} name={name} picture={picture} />
      <div className="comment__main">
        <header className="comment__head">
          <span className="comment__author">{name}</span>
          {ours && (
            <Tag
              size="sm"
              type={via === "PRIVATE_REPLY" ? "purple" : "blue"}
              {...(via === "PRIVATE_REPLY" && { renderIcon: Locked })}
            >
              {via === "PRIVATE_REPLY" ? t("mark.private") : page}
            </Tag>
          )}
          <time dateTime={message.at} title={formats.full(message.at)}>
            {formats.moment(message.at)}
          </time>
        </header>
        {quotes && message.replyTo !== null && <Quote mid={message.replyTo} />}
        <div className="comment__content">
          <Content message={message} />
        </div>
        <Reactions reactions={message.reactions} />
        <footer className="comment__foot">
          {canSend && removedAt === null && message.mid !== null && via === "PUBLIC" && (
            <CommentActions message={message} conversationId={conversationId} />
          )}
          <Marks message={message} />
          {ours && <Status status={status} />}
        </footer>
        {status === "FAILED" && <BubbleProblem conversationId={conversationId} message={message} canSend={canSend} />}
        {(status === "QUEUED" || status === "SENDING") && message.reason !== null && (
          <span className="bubble__waits">{reasonWords(message.reasonCode, message.reason, t)}</span>
        )}
      </div>
    </article>
  );
});

function Marks({ message: { comment, editedAt } }: { message: Message }) {
  const { t, formats } = useI18n();
  return (
    <>
      {editedAt !== null && <span title={formats.full(editedAt)}>{t("mark.edited")}</span>}
      {comment?.hidden && (
        <span className="comment__mark" data-testid="comment-hidden">
          <ViewOff size={14} />
          {t("mark.hidden")}
        </span>
      )}
      {comment?.liked && (
        <span className="comment__mark" data-testid="comment-liked">
          <ThumbsUpFilled size={14} />
          {t("mark.liked")}
        </span>
      )}
      {comment?.answeredPrivately && (
        <span className="comment__mark" data-testid="comment-answered-privately">
          <Locked size={14} />
          {t("comment.answeredPrivately")}
        </span>
      )}
    </>
  );
}
