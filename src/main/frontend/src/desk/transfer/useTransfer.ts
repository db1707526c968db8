import { useMutation, useQueryClient } from "@tanstack/react-query";
import { fetchConversation } from "../../api/desk";
import { Refused } from "../../api/http";
import { transfer } from "../../api/transfer";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { errorWords } from "../../i18n/reasons";
import { applyConversation } from "../../live/apply";
import { afterLeaving, type ConversationList } from "../../live/lists";
import { keys } from "../../live/queries";
import { useToast } from "../../shell/Toasts";
import { customerName } from "../customerName";
import { type Choice, nameOf, toOf } from "./choices";

export type TransferOrder = { choice: Choice; note: string };

/** Why it was not handed on, as somebody else was faster; in words. */
export class TooLate extends Error {
  readonly now: Conversation;

  constructor(now: Conversation) {
    super("Somebody else was faster");
    this.now = now;
  }
}

/**
 * Hands a conversation on; one of the caller's own is then out of the list.
 *
 * @param onLeft is told what comes after it there
 */
export function useTransfer(
  conversation: Conversation,
  onDone: () => void,
  onLeft: (next: string | undefined) => void,
) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const { id, customer } = conversation;
  return useMutation({
    mutationFn: async ({ choice, note }: TransferOrder) => {
      try {
        return await transfer(id, toOf(choice), note);
      } catch (error) {
        if (!(error instanceof Refused && error.status === 409)) throw error;
        throw new TooLate(await fetchConversation(id));
      }
    },
    // The live feed may tell of it before the answer does.
    onMutate: () => client.getQueryData<ConversationList>(keys.list("mine"))?.items ?? [],
    onSuccess: (changed, { choice }, mine) => {
      applyConversation(client, changed);
      const to = nameOf(choice) ?? t(choice.kind === "queue" ? "transfer.toQueue" : "transfer.toAssistant");
      toast("success", t("transfer.done", { name: customerName(customer, { t }), to }));
      onDone();
      if (mine.some((one) => one.id === id)) onLeft(afterLeaving(mine, id));
    },
    onError: (error) => {
      if (error instanceof TooLate) applyConversation(client, error.now);
      void client.invalidateQueries({ queryKey: keys.targets });
    },
  });
}

/** What a failed try comes to. */
export function transferFault(error: Error, t: ReturnType<typeof useI18n>["t"]): string {
  if (!(error instanceof TooLate)) return errorWords(error, t);
  const { state, assignee } = error.now;
  if (state === "ASSIGNED" && assignee !== null) return t("transfer.tooLate.taken", { name: assignee.name });
  return t(state === "NEW" || state === "WAITING" ? "transfer.tooLate.moving" : "transfer.tooLate.over");
}
