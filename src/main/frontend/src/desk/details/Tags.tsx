import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { addTag, removeTag } from "../../api/notes";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { errorWords } from "../../i18n/reasons";
import { applyConversation } from "../../live/apply";
import { offeredTagsQuery } from "../../live/notes";
import { useToast } from "../../shell/Toasts";
import { TagList } from "./TagList";

type Change = { tag: string; gone: boolean };

/** The words by which the conversation is found again: those of its campaign, or one's own. */
export function Tags({ conversation }: { conversation: Conversation }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const { id, tags, campaign, customer } = conversation;
  const offered = useQuery(offeredTagsQuery(campaign));
  const call = useMutation({
    mutationFn: ({ tag, gone }: Change) => (gone ? removeTag(id, tag) : addTag(id, tag)),
    onSuccess: (changed) => applyConversation(client, changed),
    onError: (error) => toast("error", t("tags.failed"), errorWords(error, t)),
  });
  return (
    <TagList
      id={`tags-${id}`}
      title={t("tags.title")}
      type="teal"
      tags={tags}
      offered={offered.data ?? []}
      fixed={customer.id === "erased"}
      onAdd={(tag) => call.mutate({ tag, gone: false })}
      onRemove={(tag) => call.mutate({ tag, gone: true })}
      data-testid="tags"
    />
  );
}
