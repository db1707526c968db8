import { useMutation, useQueryClient } from "@tanstack/react-query";
import { putPresence } from "../api/presence";
import type { Me } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { useToast } from "./Toasts";

export function usePresenceChange() {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: putPresence,
    onSuccess: (presence) => client.setQueryData<Me>(keys.me, (me) => me && { ...me, presence }),
    onError: (error) => toast("error", t("presence.failed"), errorWords(error, t)),
  });
}
