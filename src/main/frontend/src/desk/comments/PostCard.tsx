import { Launch } from "@carbon/icons-react";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { isOurs, outside } from "../../shell/addresses";
import { RichText } from "../content/RichText";

/** The post that is commented on, above the comments. */
export function PostCard({ conversation: { post, page } }: { conversation: Conversation }) {
  const { t } = useI18n();
  if (post === null) return null;
  const address = outside(post.link);
  return (
    <section className="post" aria-label={t("comment.post")} data-testid="post">
      {isOurs(post.picture) && <img className="post__picture" src={post.picture} alt="" loading="lazy" />}
      <div className="post__body">
        <p className="post__page">{page.name}</p>
        {post.text === null || post.text === "" ? (
          <p className="post__untitled">{t("comment.postUntitled", { page: page.name })}</p>
        ) : (
          <p className="post__text">
            <RichText>{post.text}</RichText>
          </p>
        )}
        {address !== undefined && (
          <a className="link post__link" href={address} target="_blank" rel="noopener noreferrer">
            {t("comment.seePost")}
            <Launch size={14} />
          </a>
        )}
      </div>
    </section>
  );
}
