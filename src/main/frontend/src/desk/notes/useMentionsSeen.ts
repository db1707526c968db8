import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { tellMentionsSeen } from "../../api/notes";
import { mentionsQuery } from "../../live/notes";
import { keys } from "../../live/queries";

/** Who has the conversation in front of them has seen where they are named in it. */
export function useMentionsSeen(id: string): void {
  const client = useQueryClient();
  const { data } = useQuery(mentionsQuery);
  const { mutate } = useMutation({
    mutationFn: () => tellMentionsSeen(id),
    onSuccess: (list) => client.setQueryData(keys.mentions, list),
  });
  const unseen = data?.items.some((mention) => mention.conversationId === id && !mention.seen) ?? false;
  useEffect(() => {
    if (!unseen) return;
    const look = () => {
      if (document.visibilityState === "visible") mutate();
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [unseen, mutate]);
}
