import type { Message } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { reasonWords } from "../i18n/reasons";
import { useMessageCall } from "./useMessageCall";
import { useUndoable } from "./useUndoable";

type BubbleProblemProps = { conversationId: string; message: Message; canSend: boolean };

/** Why a message was not sent, and what can be done about it. */
export function BubbleProblem({ conversationId, message, canSend }: BubbleProblemProps) {
  const { t } = useI18n();
  const call = useMessageCall(conversationId, message.id);
  const discarding = useUndoable(() => call.mutate({ kind: "discard" }));

  if (discarding.pending) {
    return (
      <span className="bubble__problem bubble__problem--done" role="status">
        {t("act.discarded")}
        <button type="button" className="link" onClick={discarding.undo}>
          {t("act.undo")}
        </button>
      </span>
    );
  }
  return (
    <span className="bubble__problem" data-testid="message-problem">
      {reasonWords(message.reasonCode, message.reason, t) ?? t("message.failedUnknown")}
      {canSend && (
        <>
          <button
            type="button"
            className="link"
            onClick={() => call.mutate({ kind: "retry" })}
            disabled={call.isPending}
            data-testid="message-retry"
          >
            {t("message.again")}
          </button>
          <button
            type="button"
            className="link"
            onClick={discarding.start}
            disabled={call.isPending}
            data-testid="message-discard"
          >
            {t("act.discard")}
          </button>
        </>
      )}
    </span>
  );
}
