import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ControlAction, controlThread } from "../api/desk";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { applyConversation } from "../live/apply";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";

/** Passes a conversation to another application, or takes it back (Conversation Routing). */
export function useThreadControl(id: string) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (action: ControlAction) => controlThread(id, action),
    onSuccess: (changed, action) => {
      applyConversation(client, changed);
      // Nothing changes here before the next message: who did it sees nothing else of it.
      if (action === "RELEASE") toast("success", t("control.released"), t("control.releasedDetail"));
    },
    onError: (error) => {
      toast("error", t("control.failed"), errorWords(error, t));
      void client.invalidateQueries({ queryKey: keys.conversation(id) });
    },
  });
}
