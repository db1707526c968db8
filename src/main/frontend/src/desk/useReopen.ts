import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { reopen } from "../api/customers";
import { Refused } from "../api/http";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { applyConversation } from "../live/apply";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";

const OPEN_ALREADY = "open-already";

/** Going on with what was resolved: as it was while it closes, in a new conversation once it is over. */
export function useReopen() {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  const show = (id: string) => void navigate(`/desk/${encodeURIComponent(id)}`, { state: { focus: true } });
  return useMutation({
    mutationFn: (id: string) => reopen(id),
    onSuccess: (conversation) => {
      applyConversation(client, conversation);
      void client.invalidateQueries({ queryKey: keys.lists });
      show(conversation.id);
    },
    onError: (error) => {
      const open = error instanceof Refused && error.problem.type?.endsWith(OPEN_ALREADY) ? openOf(error) : undefined;
      if (open === undefined) return toast("error", t("reopen.failed"), errorWords(error, t));
      toast("success", t("reopen.openAlready"));
      show(open);
    },
  });
}

const openOf = ({ problem }: Refused) => problem.errors?.find(({ field }) => field === "conversation")?.message;
