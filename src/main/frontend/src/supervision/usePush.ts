import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type Pushed, pushStuck, type Stuck } from "../api/monitor";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { keys } from "../live/queries";
import { useToast } from "../shell/Toasts";

const gone = ({ outcome }: Pushed) => outcome === "MOVES" || outcome === "OVER";

/** Pushes conversations on, and tells when those that were pushed here move again. */
export function usePush(me: string, stuck: readonly Stuck[] | undefined) {
  const client = useQueryClient();
  const { t, tn } = useI18n();
  const toast = useToast();
  const pushed = useRef(new Map<string, string>());

  useEffect(() => {
    if (stuck === undefined) return;
    for (const [id, customer] of pushed.current) {
      if (stuck.some(({ conversation }) => conversation === id)) continue;
      pushed.current.delete(id);
      toast("success", t("stuck.movesOn", { name: customer }));
    }
  }, [stuck, toast, t]);

  return useMutation({
    mutationFn: pushStuck,
    onSuccess: (all) => {
      const outcomes = all.filter(({ outcome }) => outcome !== "UNKNOWN");
      const at = new Date().toISOString();
      for (const one of stuck ?? []) {
        if (outcomes.some(({ conversation }) => conversation === one.conversation))
          pushed.current.set(one.conversation, one.customer);
      }
      const over = new Set(outcomes.filter(gone).map(({ conversation }) => conversation));
      const underWay = new Set(outcomes.map(({ conversation }) => conversation));
      client.setQueryData<Stuck[]>(keys.stuck, (list) =>
        list
          ?.filter(({ conversation }) => !over.has(conversation))
          .map((one) =>
            underWay.has(one.conversation) ? { ...one, tried: { at, by: me, times: one.tried?.times ?? 0 } } : one,
          ),
      );
      const unknown = all.length - outcomes.length;
      if (unknown > 0) toast("error", tn("stuck.pushUnknown", unknown));
      if (underWay.size > over.size) toast("success", tn("stuck.pushed", underWay.size - over.size));
    },
    onError: (error) => toast("error", t("stuck.pushFailed"), errorWords(error, t)),
  });
}
