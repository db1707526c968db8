import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { fetchCustomers, fetchPosts } from "../../api/sandbox";
import type { Customer } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { Empty } from "../../shell/Empty";
import { sandboxKeys } from "../cache";
import { usePages } from "../usePages";
import { PostList } from "./PostList";
import { PostThread } from "./PostThread";

const NOBODY: Customer[] = [];

/** The Pages' posts, and what people write under them. */
export function PostsView() {
  const { t } = useI18n();
  const pages = usePages();
  const [wanted, setWanted] = useSearchParams();
  const page = pages.find(({ id }) => id === wanted.get("page")) ?? pages[0];
  const posts = useQuery({
    queryKey: sandboxKeys.posts(page?.id ?? ""),
    queryFn: () => fetchPosts(page?.id ?? ""),
    enabled: page !== undefined,
  });
  const customers = useQuery({ queryKey: sandboxKeys.customers, queryFn: fetchCustomers }).data ?? NOBODY;
  const chosen = posts.data?.find(({ id }) => id === wanted.get("post"));
  const post = chosen ?? posts.data?.[0];
  const show = (pageId: string, postId?: string) =>
    setWanted(postId === undefined ? { page: pageId } : { page: pageId, post: postId });

  return (
    <div className={`sandbox__zones ${chosen === undefined ? "" : "sandbox__zones--open"}`}>
      <PostList
        pages={pages}
        page={page}
        posts={posts.data}
        customers={customers.filter((customer) => customer.page === page?.id)}
        failed={posts.isError}
        openId={post?.id}
        onPage={(id) => show(id)}
        onOpen={({ page: pageId, id }) => show(pageId, id)}
      />
      <main className="sandbox__main">
        {page === undefined || post === undefined ? (
          <Empty title={t("sandbox.noPost")} detail={t("sandbox.noPostDetail")} />
        ) : (
          <PostThread
            key={post.id}
            page={page}
            post={post}
            customers={customers.filter((customer) => customer.page === page.id)}
            onBack={() => show(page.id)}
          />
        )}
      </main>
    </div>
  );
}
