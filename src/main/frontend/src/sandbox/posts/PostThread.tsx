import { ArrowLeft } from "@carbon/icons-react";
import { IconButton } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { fetchComments } from "../../api/sandbox";
import type { Comment, Customer, FacebookPage, Post } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { useNow } from "../../live/now";
import { sandboxKeys } from "../cache";
import { Face } from "../Face";
import { shownHere } from "../links";
import { arrange } from "./arrange";
import { CommentComposer } from "./CommentComposer";
import { CommentItem } from "./CommentItem";

type PostThreadProps = { page: FacebookPage; post: Post; customers: Customer[]; onBack: () => void };

/** A post with all comments, and where one comments oneself. */
export function PostThread({ page, post, customers, onBack }: PostThreadProps) {
  const { t, tn, formats } = useI18n();
  const now = useNow();
  const [replying, setReplying] = useState<Comment | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const who = chosen ?? customers[0]?.id ?? page.id;
  const { data } = useQuery({ queryKey: sandboxKeys.comments(post.id), queryFn: () => fetchComments(post.id) });
  const branches = useMemo(() => arrange(data ?? []), [data]);
  const there = data?.filter(({ removed }) => !removed).length ?? 0;
  const photo = shownHere(post.photo);
  const colors = new Map(customers.map(({ id, pictureColor }) => [id, pictureColor]));
  const item = (comment: Comment) => (
    <CommentItem
      comment={comment}
      color={colors.get(comment.from.id)}
      onReply={() => setReplying(comment)}
      key={comment.id}
    />
  );
  const composer = (parent: Comment | null) => (
    <CommentComposer
      post={post}
      page={page}
      customers={customers}
      who={who}
      onWho={setChosen}
      parent={parent}
      onDone={() => setReplying(null)}
    />
  );

  return (
    <article className="post" aria-label={post.message}>
      <div className="post__scroll">
        <header className="post__head">
          <span className="back">
            <IconButton kind="ghost" size="md" align="bottom-start" label={t("sandbox.backToPosts")} onClick={onBack}>
              <ArrowLeft size={20} />
            </IconButton>
          </span>
          <Face name={page.name} size="small" />
          <div>
            <h2 className="post__page">{page.name}</h2>
            <time className="post__time" dateTime={post.at}>
              {formats.day(post.at, now)} · {formats.clock(post.at)}
            </time>
          </div>
        </header>
        <p className="post__text">{post.message}</p>
        {photo !== null && <img className="post__photo" src={photo} alt="" />}
        <p className="post__count">{tn("sandbox.comments", there)}</p>
        <ul className="comments">
          {branches.map(({ comment, replies }) => (
            <li key={comment.id}>
              {item(comment)}
              {replies.length > 0 && (
                <ul className="comments comments--replies">
                  {replies.map((reply) => (
                    <li key={reply.id}>{item(reply)}</li>
                  ))}
                </ul>
              )}
              {replying !== null && (replying.id === comment.id || replies.includes(replying)) && (
                <div className="comments--replies">{composer(replying)}</div>
              )}
            </li>
          ))}
        </ul>
        {customers.length === 0 && (
          <p className="post__none">
            {t("sandbox.noCustomers")}{" "}
            <Link className="link" to="/sandbox">
              {t("sandbox.customers")}
            </Link>
          </p>
        )}
        {data?.length === 0 && <p className="post__none">{t("sandbox.noComment")}</p>}
      </div>
      {replying === null && composer(null)}
    </article>
  );
}
