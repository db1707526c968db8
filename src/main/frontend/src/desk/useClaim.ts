import { useMutation, useQueryClient } from "@tanstack/react-query";
import { claim } from "../api/desk";
import { Refused } from "../api/http";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { applyConversation } from "../live/apply";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";

/** Taking a conversation that waits, or taking it over from another agent. */
export function useClaim(id: string, waiting: boolean, onClaimed: () => void) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: () => claim(id, waiting),
    onSuccess: (changed) => {
      applyConversation(client, changed);
      onClaimed();
    },
    onError: (error) => {
      const conflict = error instanceof Refused && error.status === 409;
      toast("error", t("thread.claimFailed"), conflict ? t("thread.claimConflict") : errorWords(error, t));
      void client.invalidateQueries({ queryKey: keys.conversation(id) });
      void client.invalidateQueries({ queryKey: keys.lists });
    },
  });
}
