import { Add } from "@carbon/icons-react";
import { OverflowMenu, OverflowMenuItem } from "@carbon/react";
import { useState } from "react";
import type { Customer, FacebookPage, Post } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { useNow } from "../../live/now";
import { PageSelect } from "../PageSelect";
import { NewPostDialog } from "./NewPostDialog";
import { SpeakDialog } from "./SpeakDialog";

type PostListProps = {
  pages: FacebookPage[];
  page: FacebookPage | undefined;
  posts: Post[] | undefined;
  customers: Customer[];
  failed: boolean;
  openId: string | undefined;
  onPage: (id: string) => void;
  onOpen: (post: Post) => void;
};
type Asking = "post" | "mention" | "rating" | null;

/** What a Page has published, and what people can say about it elsewhere. */
export function PostList({ pages, page, posts, customers, failed, openId, onPage, onOpen }: PostListProps) {
  const { t, formats } = useI18n();
  const now = useNow();
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  return (
    <nav className="people" aria-label={t("sandbox.posts")}>
      <div className="people__head">
        <h1 className="people__title">{t("sandbox.posts")}</h1>
        <span className="people__acts">
          <button
            type="button"
            className="people__new"
            onClick={() => setAsking("post")}
            disabled={page === undefined}
            data-testid="sandbox-new-post"
          >
            <Add size={20} />
            {t("sandbox.newPost")}
          </button>
          <OverflowMenu
            aria-label={t("sandbox.speak")}
            iconDescription={t("sandbox.speak")}
            size="md"
            flipped
            menuOptionsClass="wide-menu"
            data-testid="sandbox-speak"
          >
            <OverflowMenuItem
              itemText={t("sandbox.mention")}
              onClick={() => setAsking("mention")}
              data-testid="sandbox-mention"
            />
            <OverflowMenuItem
              itemText={t("sandbox.rate")}
              onClick={() => setAsking("rating")}
              data-testid="sandbox-rate"
            />
          </OverflowMenu>
        </span>
      </div>
      {pages.length > 1 && (
        <div className="people__page">
          <PageSelect pages={pages} value={page?.id ?? null} onChange={(id) => id !== null && onPage(id)} />
        </div>
      )}
      {failed && (
        <p className="people__failed" role="alert">
          {t("sandbox.failed")}
        </p>
      )}
      {posts?.length === 0 && <p className="people__none">{t("sandbox.noPostYet")}</p>}
      <ul className="people__rows">
        {posts?.map((post) => (
          <li key={post.id}>
            <button
              type="button"
              className={`post-row ${post.id === openId ? "post-row--open" : ""}`}
              aria-current={post.id === openId}
              onClick={() => onOpen(post)}
              data-testid="sandbox-post"
            >
              <span className="post-row__text">{post.message}</span>
              <time className="post-row__time" dateTime={post.at}>
                {formats.ago(post.at, now) ?? t("time.now")}
              </time>
            </button>
          </li>
        ))}
      </ul>
      {page !== undefined && asking === "post" && <NewPostDialog page={page} onDone={onOpen} onClose={close} />}
      {page !== undefined && (asking === "mention" || asking === "rating") && (
        <SpeakDialog page={page} kind={asking} customers={customers} onClose={close} />
      )}
    </nav>
  );
}
