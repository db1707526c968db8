import { Tag } from "@carbon/react";
import type { Conversation } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useNow } from "../live/now";
import { isHeld, useUnsent } from "../live/outbox";
import { PatienceMark } from "./PatienceMark";
import { patienceOf } from "./patience";

const TAGS_SHOWN = 2;

type ItemMarksProps = { conversation: Conversation; waiting: boolean };

/** What marks a conversation in the list, on a line of its own: name and words keep their room. */
export function ItemMarks({ conversation, waiting }: ItemMarksProps) {
  const { t } = useI18n();
  const now = useNow();
  const { priority, elsewhere, state, tags } = conversation;
  const unsent = isHeld(useUnsent(conversation.id), now);
  const calm = patienceOf(conversation, now).mood === "calm";
  const ranked = waiting && priority > 0;
  if (calm && !ranked && !unsent && elsewhere === null && state !== "CLOSING" && tags.length === 0) return null;
  const hidden = tags.slice(TAGS_SHOWN);
  return (
    <span className="item__marks">
      {unsent && (
        <Tag size="sm" type="red" data-testid="unsent-mark">
          {t("unsent.mark")}
        </Tag>
      )}
      <PatienceMark conversation={conversation} />
      {ranked && (
        <Tag size="sm" type="purple" title={t("list.priority", { n: priority })}>
          P{priority}
        </Tag>
      )}
      {elsewhere !== null && (
        <Tag size="sm" type="cyan" data-testid="elsewhere-mark">
          {t("elsewhere.mark")}
        </Tag>
      )}
      {state === "CLOSING" && (
        <Tag size="sm" type="cool-gray">
          {t("list.closing")}
        </Tag>
      )}
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <Tag key={tag} size="sm" type="teal" title={tag} className="item__tag" data-testid="row-tag">
          {tag}
        </Tag>
      ))}
      {hidden.length > 0 && (
        <span className="item__more" title={hidden.join(", ")}>
          <span aria-hidden="true">+{hidden.length}</span>
          <span className="visually-hidden">{hidden.join(", ")}</span>
        </span>
      )}
    </span>
  );
}
