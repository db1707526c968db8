import type { QueryClient } from "@tanstack/react-query";
import type { Comment, Customer, FacebookPage, Post, SandboxMessage } from "../api/sandboxTypes";
import { putComment, putCustomer, putMessage, putPage, putPost, sandboxKeys } from "./cache";

/** What the stand-in tells has changed, by the name of the event that tells it. */
export type Changes = {
  message: { customerId: string; message: SandboxMessage };
  customer: Customer;
  post: Post;
  comment: Comment;
  page: FacebookPage;
};
export const CHANGES = ["message", "customer", "post", "comment", "page"] as const;

/** Brings a change into what is shown; lists that nobody has opened are left alone. */
export function apply<K extends keyof Changes>(client: QueryClient, name: K, data: Changes[K]): void {
  appliers[name](client, data);
}

const appliers: { [K in keyof Changes]: (client: QueryClient, data: Changes[K]) => void } = {
  message: (client, { customerId, message }) =>
    client.setQueryData<SandboxMessage[]>(
      sandboxKeys.thread(customerId),
      (known) => known && putMessage(known, message),
    ),
  customer: (client, customer) =>
    client.setQueryData<Customer[]>(sandboxKeys.customers, (known) => known && putCustomer(known, customer)),
  post: (client, post) =>
    client.setQueryData<Post[]>(sandboxKeys.posts(post.page), (known) => known && putPost(known, post)),
  comment: (client, comment) =>
    client.setQueryData<Comment[]>(sandboxKeys.comments(comment.post), (known) => known && putComment(known, comment)),
  page: (client, page) =>
    client.setQueryData<FacebookPage[]>(sandboxKeys.pages, (known) => known && putPage(known, page)),
};

export const applyMessage = (client: QueryClient, message: SandboxMessage) =>
  apply(client, "message", { customerId: message.customerId, message });
