import { ChevronDown, ChevronUp } from "@carbon/icons-react";
import { Button, InlineLoading } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { fetchMessages } from "../api/desk";
import type { Conversation, Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { earlierQuery } from "../live/customers";
import { keys, transcriptQuery } from "../live/queries";
import { prepend, type Transcript } from "../live/transcript";
import { Skeleton } from "../shell/Skeleton";
import { arrange } from "./arrange";
import { Rows } from "./Rows";

/** The customer's earlier conversations above this one, unfolded one after the other. */
export function EarlierAbove({ conversation, me }: { conversation: Conversation; me: Me }) {
  const { t, tn } = useI18n();
  const client = useQueryClient();
  const { data } = useQuery(earlierQuery(client, conversation.id));
  const [asked, setShown] = useState<number | null>(null);
  const earlier = data ?? [];
  // Who goes on with a conversation reads on where it was left.
  const shown = asked ?? earlier.findIndex(({ id }) => id === conversation.continues) + 1;
  if (earlier.length === 0) return null;
  return (
    <div className="earlier-above" data-testid="earlier-above">
      <span className="earlier-above__acts">
        {shown < earlier.length && (
          <Button
            kind="ghost"
            size="sm"
            renderIcon={ChevronUp}
            onClick={() => setShown(shown + 1)}
            data-testid="earlier-show"
          >
            {shown === 0 ? tn("earlier.show", earlier.length) : t("earlier.more")}
          </Button>
        )}
        {shown > 0 && (
          <Button kind="ghost" size="sm" renderIcon={ChevronDown} onClick={() => setShown(0)}>
            {t("earlier.hide")}
          </Button>
        )}
      </span>
      {earlier
        .slice(0, shown)
        .reverse()
        .map((one) => (
          <EarlierTranscript key={one.id} conversation={one} me={me} />
        ))}
    </div>
  );
}

function EarlierTranscript({ conversation, me }: { conversation: Conversation; me: Me }) {
  const { t, formats } = useI18n();
  const client = useQueryClient();
  const { data } = useQuery(transcriptQuery(client, conversation.id));
  const rows = useMemo(() => arrange(data?.items ?? [], []), [data]);
  const first = data?.items[0]?.seq;
  const older = useMutation({
    mutationFn: (before: number) => fetchMessages(conversation.id, before),
    onSuccess: (slice) =>
      client.setQueryData<Transcript>(keys.transcript(conversation.id), (known) => known && prepend(known, slice)),
  });
  return (
    <section
      className="earlier-above__one"
      aria-label={t("thread.start", { when: formats.moment(conversation.openedAt) })}
      data-testid="earlier-transcript"
    >
      <p className="transcript__start">{t("thread.start", { when: formats.moment(conversation.openedAt) })}</p>
      {data?.more && first !== undefined && (
        <p className="transcript__start">
          {older.isPending ? (
            <InlineLoading className="transcript__older" description={t("thread.older")} />
          ) : (
            <Button kind="ghost" size="sm" onClick={() => older.mutate(first)} data-testid="earlier-older">
              {t("thread.showOlder")}
            </Button>
          )}
          {older.isError && <span role="alert">{t("list.failed")}</span>}
        </p>
      )}
      {data === undefined ? <Skeleton lines={3} /> : <Rows conversation={conversation} me={me} rows={rows} />}
      {conversation.closedAt !== null && (
        <p className="transcript__start">{t("thread.closedHint", { when: formats.moment(conversation.closedAt) })}</p>
      )}
    </section>
  );
}
