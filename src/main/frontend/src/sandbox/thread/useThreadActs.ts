import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { getStarted, postAsCustomer, press, react, refer, unsend } from "../../api/sandbox";
import type { Button, NewAttachment, QuickReply, Referral, SandboxMessage } from "../../api/sandboxTypes";
import { applyMessage } from "../apply";
import { useAct } from "../useAct";

export type ThreadActs = ReturnType<typeof useThreadActs>;

/** What the customer does by a click, beside writing. */
export function useThreadActs(
  customerId: string,
  choose: { reply: (message: SandboxMessage) => void; edit: (message: SandboxMessage) => void },
) {
  const client = useQueryClient();
  const act = useAct();
  const { reply, edit } = choose;
  return useMemo(() => {
    const shown = (message: SandboxMessage) => applyMessage(client, message);
    return {
      reply,
      edit,
      react: (mid: string, emoji: string | null) => void act(() => react(customerId, mid, emoji), shown),
      unsend: (mid: string) => void act(() => unsend(customerId, mid), shown),
      press: ({ payload, title }: Button) => void act(() => press(customerId, payload ?? title, title), shown),
      ask: (question: string, payload: string) => void act(() => press(customerId, payload, question), shown),
      answer: ({ title, payload }: QuickReply) =>
        void act(
          () => postAsCustomer(customerId, payload === null ? { text: title } : { text: title, quickReply: payload }),
          shown,
        ),
      attach: (attachment: NewAttachment) =>
        act(() => postAsCustomer(customerId, { attachments: [attachment] }), shown),
      start: (referral?: Referral) => act(() => getStarted(customerId, referral), shown),
      refer: (referral: Referral) => act(() => refer(customerId, referral)),
    };
  }, [client, act, customerId, reply, edit]);
}
