import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { fetchThread, markRead } from "../../api/sandbox";
import type { Customer, FacebookPage, SandboxMessage } from "../../api/sandboxTypes";
import { useDroppedFiles } from "../../desk/composer/useDroppedFiles";
import { useI18n } from "../../i18n/i18n";
import { sandboxKeys } from "../cache";
import { useVisible } from "../useVisible";
import { ChatMessage } from "./ChatMessage";
import { CustomerComposer } from "./CustomerComposer";
import { FirstSteps } from "./FirstSteps";
import { QuickReplies } from "./QuickReplies";
import { ThreadHead } from "./ThreadHead";
import { Typing } from "./Typing";
import { useThreadActs } from "./useThreadActs";

const NONE: SandboxMessage[] = [];

/** What the composer is about, beside a new message. */
export type Aim = { kind: "reply" | "edit"; message: SandboxMessage } | null;

/** The thread as the customer sees it; looking at it is what makes the Page's messages read. */
export function CustomerThread({ customer, page }: { customer: Customer; page: FacebookPage | undefined }) {
  const { t } = useI18n();
  const visible = useVisible();
  const { data } = useQuery({
    queryKey: sandboxKeys.thread(customer.id),
    queryFn: () => fetchThread(customer.id),
  });
  const thread = data ?? NONE;
  const [aim, setAim] = useState<Aim>(null);
  const [files, setFiles] = useState<File[]>([]);
  const addFiles = useCallback((added: File[]) => setFiles((kept) => [...kept, ...added]), []);
  const dropped = useDroppedFiles(addFiles);
  const acts = useThreadActs(
    customer.id,
    useMemo(
      () => ({
        reply: (message: SandboxMessage) => setAim({ kind: "reply", message }),
        edit: (message: SandboxMessage) => setAim({ kind: "edit", message }),
      }),
      [],
    ),
  );
  const lastUnread = useMemo(() => thread.findLast((message) => message.fromPage && !message.read)?.mid, [thread]);
  const lastSeen = useMemo(() => thread.findLast((message) => !message.fromPage && message.read)?.mid, [thread]);
  const byMid = useMemo(() => new Map(thread.map((message) => [message.mid, message])), [thread]);
  const end = useRef<HTMLDivElement>(null);
  const pageName = page?.name ?? t("sandbox.page");

  useEffect(() => {
    // A read that gets lost is sent with the next message, or when the thread is opened again.
    if (visible && lastUnread !== undefined) markRead(customer.id).catch(() => undefined);
  }, [visible, lastUnread, customer.id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the end moves with the thread and with what stands below it
  useLayoutEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
  }, [thread, customer.typing, aim, files]);

  return (
    <section className={`chat ${dropped.over ? "chat--drop" : ""}`} aria-label={customer.name} {...dropped.handlers}>
      <ThreadHead customer={customer} page={page} acts={acts} />
      <div className="chat__scroll" role="log" aria-label={t("thread.messages")}>
        {data !== undefined && thread.length === 0 && <FirstSteps page={page} acts={acts} />}
        {thread.map((message, index) => (
          <ChatMessage
            key={message.mid}
            message={message}
            before={thread[index - 1]}
            answered={message.replyTo === null ? undefined : byMid.get(message.replyTo)}
            pageName={pageName}
            seen={message.mid === lastSeen}
            acts={acts}
          />
        ))}
        <Typing customer={customer} pageName={pageName} />
        <QuickReplies last={thread.at(-1)} onChoose={acts.answer} />
        <div ref={end} />
      </div>
      <CustomerComposer
        key={aim?.kind === "edit" ? aim.message.mid : "new"}
        customer={customer}
        aim={aim}
        onAim={setAim}
        files={files}
        onFiles={setFiles}
        acts={acts}
      />
    </section>
  );
}
