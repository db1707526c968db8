import { ComboBox, DismissibleTag } from "@carbon/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { MAX_TAG, MAX_TAGS } from "../../api/notes";
import { useI18n } from "../../i18n/i18n";
import { fits } from "../../shell/fits";

type TagListProps = {
  id: string;
  title: string;
  type: "teal" | "purple";
  tags: readonly string[];
  offered: readonly string[];
  fixed: boolean;
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
  "data-testid": string;
};

/** Tags that are there, each to be taken away, and a box for another: one that is offered, or one's own. */
export function TagList({ id, title, type, tags, offered, fixed, onAdd, onRemove, ...rest }: TagListProps) {
  const { t } = useI18n();
  /** Empties the box after each choice. */
  const [round, setRound] = useState(0);
  const has = (tag: string) => tags.some((known) => known.toLowerCase() === tag.toLowerCase());

  const place = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  // The keyboard stays where the next tag is written.
  useEffect(() => {
    if (round > 0) place.current?.querySelector("input")?.focus();
  }, [round]);

  /** What is typed is a tag once Enter says so; what is chosen from the list is the box's own. */
  function onKeyDown(event: KeyboardEvent) {
    const input = place.current?.querySelector("input");
    if (event.key !== "Enter" || event.target !== input || input?.getAttribute("aria-activedescendant")) return;
    event.preventDefault();
    event.stopPropagation();
    add(typed);
  }

  function add(tag: string) {
    const text = tag.trim().slice(0, MAX_TAG);
    if (text !== "" && !has(text)) onAdd(text);
    setTyped("");
    setRound((before) => before + 1);
  }

  return (
    <section className="tags" {...rest}>
      <h3 className="details__heading">{title}</h3>
      {tags.length > 0 && (
        <ul className="tags__all">
          {tags.map((tag) => (
            <li key={tag}>
              <DismissibleTag
                size="sm"
                type={type}
                text={tag}
                dismissTooltipLabel={t("tags.remove", { tag })}
                title={t("tags.remove", { tag })}
                onClose={() => onRemove(tag)}
                disabled={fixed}
                data-testid="tag"
              />
            </li>
          ))}
        </ul>
      )}
      {!fixed && tags.length < MAX_TAGS && (
        <div ref={place} onKeyDownCapture={onKeyDown}>
          <ComboBox
            key={round}
            id={id}
            size="sm"
            aria-label={t("list.by", { name: title, text: t("tags.add") })}
            placeholder={t("tags.add")}
            items={offered.filter((tag) => !has(tag))}
            shouldFilterItem={({ item, inputValue }) => inputValue === null || fits(item, inputValue)}
            onInputChange={setTyped}
            onChange={({ selectedItem }) => {
              if (selectedItem != null) add(selectedItem);
            }}
          />
        </div>
      )}
    </section>
  );
}
