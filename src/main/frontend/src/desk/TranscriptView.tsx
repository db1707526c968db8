import { ArrowDown } from "@carbon/icons-react";
import { InlineLoading } from "@carbon/react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { fetchMessages } from "../api/desk";
import type { Conversation, Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useUnsent } from "../live/outbox";
import { keys } from "../live/queries";
import { prepend, type Transcript } from "../live/transcript";
import { arrange } from "./arrange";
import { PostCard } from "./comments/PostCard";
import { EarlierAbove } from "./EarlierAbove";
import { Rows } from "./Rows";
import { useStickToBottom } from "./useStickToBottom";

type TranscriptViewProps = { conversation: Conversation; me: Me; transcript: Transcript };

export function TranscriptView({ conversation, me, transcript }: TranscriptViewProps) {
  const { t, tn, formats } = useI18n();
  const client = useQueryClient();
  const { id } = conversation;
  const unsent = useUnsent(id);
  const rows = useMemo(() => arrange(transcript.items, unsent), [transcript.items, unsent]);
  const [loading, setLoading] = useState(false);
  const first = transcript.items[0]?.seq;

  const loadOlder = useCallback(async () => {
    if (loading || !transcript.more || first === undefined) return;
    setLoading(true);
    try {
      const older = await fetchMessages(id, first);
      client.setQueryData<Transcript>(keys.transcript(id), (known) => known && prepend(known, older));
    } finally {
      setLoading(false);
    }
  }, [loading, transcript.more, first, id, client]);

  const { box, onScroll, toBottom, unseen, away } = useStickToBottom(transcript.items, unsent.length, loadOlder);

  return (
    <div className="transcript">
      <div
        ref={box}
        className="transcript__scroll"
        onScroll={onScroll}
        role="log"
        aria-label={t("thread.messages")}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll
        tabIndex={0}
      >
        <div className="transcript__rows">
          {loading && <InlineLoading className="transcript__older" description={t("thread.older")} />}
          {!transcript.more && <EarlierAbove conversation={conversation} me={me} />}
          {!transcript.more && <PostCard conversation={conversation} />}
          {!transcript.more && (
            <p className="transcript__start">{t("thread.start", { when: formats.moment(conversation.openedAt) })}</p>
          )}
          <Rows conversation={conversation} me={me} rows={rows} />
        </div>
      </div>
      {away && (
        <button
          type="button"
          className={`pill ${unseen > 0 ? "pill--new" : ""}`}
          onClick={toBottom}
          aria-label={unseen > 0 ? tn("thread.new", unseen) : t("thread.toBottom")}
          data-testid="to-bottom"
        >
          {unseen > 0 && tn("thread.new", unseen)}
          <ArrowDown size={16} />
        </button>
      )}
    </div>
  );
}
