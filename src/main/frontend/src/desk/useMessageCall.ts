import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeComment, deleteComment, discardMessage, react, retryMessage } from "../api/desk";
import type { Message } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { type Transcript, upsert } from "../live/transcript";
import { useToast } from "../shell/Toasts";

export type MessageCall =
  | { kind: "retry" | "discard" | "deleteComment" }
  | { kind: "react"; emoji: string | null }
  | { kind: "comment"; hidden?: boolean; liked?: boolean };

function call(conversationId: string, messageId: string, what: MessageCall): Promise<Message> {
  switch (what.kind) {
    case "retry":
      return retryMessage(conversationId, messageId);
    case "discard":
      return discardMessage(conversationId, messageId);
    case "deleteComment":
      return deleteComment(conversationId, messageId);
    case "react":
      return react(conversationId, messageId, what.emoji);
    case "comment": {
      const { kind: _, ...changes } = what;
      return changeComment(conversationId, messageId, changes);
    }
  }
}

/** Changes one message; what the server makes of it stands in the transcript, its refusal in a toast. */
export function useMessageCall(conversationId: string, messageId: string) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (what: MessageCall) => call(conversationId, messageId, what),
    onSuccess: (changed) =>
      client.setQueryData<Transcript>(keys.transcript(conversationId), (known) => known && upsert(known, changed)),
    onError: (error) => {
      toast("error", t("act.failed"), errorWords(error, t));
      void client.invalidateQueries({ queryKey: keys.transcript(conversationId) });
    },
  });
}
