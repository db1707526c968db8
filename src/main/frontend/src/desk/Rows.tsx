import type { ReactNode } from "react";
import type { Conversation, Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import type { Row } from "./arrange";
import { Bubble } from "./Bubble";
import { CommentRow } from "./comments/CommentRow";
import { HappeningLine } from "./content/HappeningLine";
import { NoteRow } from "./notes/NoteRow";
import { UnsentBubble } from "./UnsentBubble";

type RowsProps = { conversation: Conversation; me: Me; rows: readonly Row[] };

/** The rows of a transcript: bubbles between two people, or comments under a post. */
export function Rows({ conversation, me, rows }: RowsProps) {
  const { formats } = useI18n();
  const now = useNow();
  const { id, channel, customer, page } = conversation;
  const canSend = conversation.assignee?.id === me.id && conversation.state === "ASSIGNED";
  const first = rows.find((row) => row.kind === "message");
  const top = channel === "COMMENT" ? first?.message : undefined;

  function drawn(row: Row): ReactNode {
    switch (row.kind) {
      case "day":
        return (
          <p key={row.key} className="transcript__day">
            <span>{formats.day(row.at, now)}</span>
          </p>
        );
      case "unsent":
        return <UnsentBubble key={row.key} conversationId={id} unsent={row.unsent} />;
      case "happening":
        return <HappeningLine key={row.key} message={row.message} />;
      case "note":
        return <NoteRow key={row.key} message={row.message} me={me.id} />;
      case "message":
        return channel === "COMMENT" ? (
          <CommentRow
            key={row.key}
            message={row.message}
            top={row.message === top}
            topMid={top?.mid ?? null}
            picture={row.message.author.id === customer.id ? customer.picture : null}
            page={page.name}
            conversationId={id}
            canSend={canSend}
          />
        ) : (
          <Bubble key={row.key} row={row} me={me.id} conversationId={id} canSend={canSend} />
        );
    }
  }
  return rows.map(drawn);
}
