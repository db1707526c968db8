import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { resolve } from "../api/desk";
import { Refused } from "../api/http";
import type { Conversation } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { applyConversation } from "../live/apply";
import { afterLeaving, type ConversationList } from "../live/lists";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";
import { customerName } from "./customerName";
import { useReopen } from "./useReopen";

/** Long enough to see that it closes, short enough not to wait for it. */
const SHOW_CLOSING_MS = 1_500;

/** The number of unanswered messages is the one that was on screen when somebody decided to go. */
export type Leave = { start: (unanswered: number) => void; pending: boolean };

/** Resolving: the conversation shows that it closes, then the next one opens. */
export function useLeave(conversation: Conversation, onDone: (next: string | undefined) => void): Leave {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const reopening = useReopen();
  const next = useRef<string | undefined>(undefined);
  /** The version in which it began to close. */
  const [leaving, setLeaving] = useState<number | null>(null);
  const gone = useRef(false);
  const untold = useRef(false);
  const { id, state, customer, version } = conversation;

  const call = useMutation({
    mutationFn: (unanswered: number) => resolve(id, unanswered),
    onSuccess: (changed) => {
      applyConversation(client, changed);
      setLeaving(changed.version);
      untold.current = true;
      if (gone.current) told.current();
    },
    onError: (error) => {
      const conflict = error instanceof Refused && error.status === 409;
      toast("error", t("thread.resolveFailed"), conflict ? t("thread.resolveConflict") : errorWords(error, t));
      void client.invalidateQueries({ queryKey: keys.conversation(id) });
    },
  });

  /** Says so with the way back: from here or, to who did not wait, from wherever they are by then. */
  const told = useRef(() => {});
  told.current = () => {
    untold.current = false;
    toast("success", t("thread.resolved", { name: customerName(customer, { t }) }), undefined, {
      label: t("reopen.undo"),
      run: () => reopening.mutate(id),
    });
  };
  const done = useRef(() => {});
  done.current = () => {
    told.current();
    onDone(next.current);
  };
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      if (untold.current) told.current();
    };
  }, []);
  useEffect(() => {
    if (leaving === null) return;
    // The customer wrote meanwhile: the conversation came back, so its agent stays.
    if (state === "ASSIGNED" && version > leaving) {
      untold.current = false;
      return setLeaving(null);
    }
    const timer = setTimeout(() => done.current(), state === "CLOSED" ? 0 : SHOW_CLOSING_MS);
    return () => clearTimeout(timer);
  }, [leaving, state, version]);

  return {
    pending: call.isPending || leaving !== null,
    start(unanswered) {
      const mine = client.getQueryData<ConversationList>(keys.list("mine"))?.items ?? [];
      next.current = afterLeaving(mine, id);
      call.mutate(unanswered);
    },
  };
}
