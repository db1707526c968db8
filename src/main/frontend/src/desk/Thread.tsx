import { Chat, WarningAlt } from "@carbon/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { isOutOfReach } from "../api/client";
import type { Conversation, Me, Message } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { conversationQuery, transcriptQuery } from "../live/queries";
import { Empty } from "../shell/Empty";
import { mayAnswer } from "../shell/roles";
import { Skeleton } from "../shell/Skeleton";
import { Company } from "./company/Company";
import { KeptDraft } from "./company/KeptDraft";
import { useLooking } from "./company/useLooking";
import { CommentComposer } from "./composer/CommentComposer";
import { MessengerComposer } from "./composer/MessengerComposer";
import { useOpened } from "./composer/usePresenceSignals";
import { Gallery } from "./content/Gallery";
import { FinderProvider } from "./content/Quote";
import { customerName } from "./customerName";
import { ElsewhereBanner } from "./ElsewhereBanner";
import { focusComposer } from "./focus";
import { NotRead } from "./NotRead";
import { NoteComposer } from "./notes/NoteComposer";
import { useMentionsSeen } from "./notes/useMentionsSeen";
import { type Mode, WritingMode } from "./notes/WritingMode";
import { ThreadFoot } from "./ThreadFoot";
import { ThreadHead } from "./ThreadHead";
import { TranscriptView } from "./TranscriptView";
import { mayHandOn } from "./transfer/choices";
import { useFinderOf } from "./useJump";
import { useLeave } from "./useLeave";

const TransferDialog = lazy(() => import("./transfer/TransferDialog"));

type ThreadProps = {
  me: Me;
  id: string | undefined;
  onClaimed: () => void;
  onDone: (next: string | undefined) => void;
  detailsOpen: boolean;
  onDetails: () => void;
};

/** The open conversation. */
export function Thread(props: ThreadProps) {
  const { t } = useI18n();
  return (
    <main className="thread" id="thread" tabIndex={-1}>
      {props.id === undefined ? (
        <>
          <h1 className="visually-hidden">{t("list.label")}</h1>
          <Empty icon={Chat} title={t("thread.none")} detail={t("thread.noneDetail")} />
        </>
      ) : (
        <Loaded {...props} id={props.id} />
      )}
    </main>
  );
}

function Loaded({ id, ...props }: ThreadProps & { id: string }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const { data, error, isPending } = useQuery(conversationQuery(client, id));
  if (data !== undefined) return <Open conversation={data} {...props} />;
  if (isPending) return <Skeleton lines={5} />;
  return <Empty icon={WarningAlt} title={t(isOutOfReach(error) ? "thread.missing" : "thread.failed")} />;
}

type OpenProps = Omit<ThreadProps, "id"> & { conversation: Conversation };

const NONE: readonly Message[] = [];

function Open({ conversation, me, onClaimed, onDone, detailsOpen, onDetails }: OpenProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const client = useQueryClient();
  const { id } = conversation;
  const transcript = useQuery(transcriptQuery(client, id));
  const leave = useLeave(conversation, onDone);
  const mine = conversation.assignee?.id === me.id;
  useOpened(conversation, mine);
  useMentionsSeen(id);
  useLooking(id, mayAnswer(me));
  const place = useRef<HTMLElement>(null);
  const messages = transcript.data?.items ?? NONE;
  const finder = useFinderOf(messages, place);
  const answerable = mine && conversation.state === "ASSIGNED" && conversation.elsewhere === null;

  const [mode, setMode] = useState<Mode>("answer");
  const [handingOn, setHandingOn] = useState(false);

  // Who takes a conversation wants to answer; the box comes a moment later.
  const [claimed, setClaimed] = useState(false);
  useEffect(() => {
    if (claimed && answerable) focusComposer();
  }, [claimed, answerable]);

  return (
    <FinderProvider value={finder}>
      <Gallery messages={messages}>
        <section
          ref={place}
          className="thread__open"
          aria-label={t("thread.label", { name: customerName(conversation.customer, i18n) })}
        >
          <ThreadHead
            conversation={conversation}
            mine={mine}
            me={me}
            leave={leave}
            onHandOn={mayHandOn(conversation, me) ? () => setHandingOn(true) : undefined}
            onClaimed={() => {
              setClaimed(true);
              onClaimed();
            }}
            detailsOpen={detailsOpen}
            onDetails={onDetails}
          />
          <ElsewhereBanner conversation={conversation} mayTake={mine} />
          {transcript.data === undefined ? (
            <NotRead conversation={conversation} me={me} failed={transcript.isError} />
          ) : (
            <TranscriptView conversation={conversation} me={me} transcript={transcript.data} />
          )}
          {handingOn && (
            <Suspense fallback={null}>
              <TransferDialog conversation={conversation} onClose={() => setHandingOn(false)} onLeft={onDone} />
            </Suspense>
          )}
          <Company id={id} me={me} />
          {!answerable && <KeptDraft conversation={conversation} me={me} onNote={() => setMode("note")} />}
          {mayAnswer(me) && conversation.customer.id !== "erased" && <WritingMode mode={mode} onMode={setMode} />}
          {mode === "note" && <NoteComposer conversation={conversation} />}
          {mode === "answer" && !answerable && <ThreadFoot conversation={conversation} mine={mine} />}
          {mode === "answer" && answerable && conversation.channel === "MESSENGER" && (
            <MessengerComposer conversation={conversation} />
          )}
          {mode === "answer" && answerable && conversation.channel === "COMMENT" && (
            <CommentComposer conversation={conversation} messages={messages} />
          )}
        </section>
      </Gallery>
    </FinderProvider>
  );
}
