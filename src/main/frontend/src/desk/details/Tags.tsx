import { ComboBox, DismissibleTag } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addTag, MAX_TAG, MAX_TAGS, removeTag } from "../../api/notes";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { errorWords } from "../../i18n/reasons";
import { applyConversation } from "../../live/apply";
import { offeredTagsQuery } from "../../live/notes";
import { fits } from "../../shell/fits";
import { useToast } from "../../shell/Toasts";

type Change = { tag: string; gone: boolean };

/** The words by which the conversation is found again: those of its campaign, or one's own. */
export function Tags({ conversation }: { conversation: Conversation }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const toast = useToast();
  const { id, tags, campaign, customer } = conversation;
  /** Empties the box after each choice. */
  const [round, setRound] = useState(0);
  const offered = useQuery(offeredTagsQuery(campaign));
  const call = useMutation({
    mutationFn: ({ tag, gone }: Change) => (gone ? removeTag(id, tag) : addTag(id, tag)),
    onSuccess: (changed) => applyConversation(client, changed),
    onError: (error) => toast("error", t("tags.failed"), errorWords(error, t)),
  });
  const has = (tag: string) => tags.some((known) => known.toLowerCase() === tag.toLowerCase());
  const erased = customer.id === "erased";

  function add(tag: string) {
    const text = tag.trim().slice(0, MAX_TAG);
    if (text !== "" && !has(text)) call.mutate({ tag: text, gone: false });
    setRound((before) => before + 1);
  }

  return (
    <section className="tags" data-testid="tags">
      <h3 className="details__heading">{t("tags.title")}</h3>
      {tags.length > 0 && (
        <ul className="tags__all">
          {tags.map((tag) => (
            <li key={tag}>
              <DismissibleTag
                size="sm"
                type="teal"
                text={tag}
                dismissTooltipLabel={t("tags.remove", { tag })}
                title={t("tags.remove", { tag })}
                onClose={() => call.mutate({ tag, gone: true })}
                disabled={erased}
                data-testid="tag"
              />
            </li>
          ))}
        </ul>
      )}
      {!erased && tags.length < MAX_TAGS && (
        <ComboBox
          key={round}
          id={`tags-${id}`}
          size="sm"
          allowCustomValue
          titleText={<span className="visually-hidden">{t("tags.add")}</span>}
          placeholder={t("tags.add")}
          items={(offered.data ?? []).filter((tag) => !has(tag))}
          shouldFilterItem={({ item, inputValue }) => inputValue === null || fits(item, inputValue)}
          onChange={({ selectedItem, inputValue }) => add(selectedItem ?? inputValue ?? "")}
          data-testid="tag-add"
        />
      )}
    </section>
  );
}
