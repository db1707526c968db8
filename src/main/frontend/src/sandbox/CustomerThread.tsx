import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { type Customer, fetchThread, markRead, type SandboxMessage } from "../api/sandbox";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { CustomerComposer } from "./CustomerComposer";
import { sandboxKeys } from "./cache";
import { Picture } from "./Picture";
import { applyToThread } from "./useSandboxFeed";
import { useVisible } from "./useVisible";

const NONE: SandboxMessage[] = [];
const PAUSE_MS = 10 * 60_000;

/** The thread as the customer sees it; looking at it is what makes the Page's messages read. */
export function CustomerThread({ customer }: { customer: Customer }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const visible = useVisible();
  const { data } = useQuery({ queryKey: sandboxKeys.thread(customer.id), queryFn: () => fetchThread(customer.id) });
  const thread = data ?? NONE;
  const lastUnread = useMemo(() => thread.findLast((message) => message.fromPage && !message.read)?.mid, [thread]);
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // A read that gets lost is sent with the next message, or when the thread is opened again.
    if (visible && lastUnread !== undefined) markRead(customer.id).catch(() => undefined);
  }, [visible, lastUnread, customer.id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the end moves with the thread
  useLayoutEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
  }, [thread]);

  return (
    <section className="chat" aria-label={customer.name}>
      <header className="chat__head">
        <Picture name={customer.name} color={customer.pictureColor} size="small" />
        <h2 className="chat__name">{t("sandbox.as", { name: customer.name })}</h2>
      </header>
      <div className="chat__scroll" role="log" aria-label={t("thread.messages")}>
        {data !== undefined && thread.length === 0 && <p className="chat__empty">{t("sandbox.threadEmpty")}</p>}
        {thread.map((message, index) => (
          <ChatMessage key={message.mid} message={message} before={thread[index - 1]} />
        ))}
        <div ref={end} />
      </div>
      <CustomerComposer customer={customer} onSent={(message) => applyToThread(client, message)} />
    </section>
  );
}

function ChatMessage({ message, before }: { message: SandboxMessage; before: SandboxMessage | undefined }) {
  const { t, formats } = useI18n();
  const now = useNow();
  const paused = before === undefined || Date.parse(message.at) - Date.parse(before.at) > PAUSE_MS;
  return (
    <>
      {paused && (
        <p className="chat__time">
          {formats.day(message.at, now)} · {formats.clock(message.at)}
        </p>
      )}
      <div
        className={`say say--${message.fromPage ? "page" : "me"}`}
        data-testid="sandbox-message"
        data-from-page={message.fromPage}
        data-mid={message.mid}
      >
        <p className="say__text" title={formats.full(message.at)}>
          {message.text}
        </p>
        {message.problem !== null && (
          <p className="say__problem" role="alert">
            {t("sandbox.refused", { problem: message.problem })}
          </p>
        )}
      </div>
    </>
  );
}
