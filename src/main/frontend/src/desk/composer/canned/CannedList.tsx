import { useEffect, useRef } from "react";
import { useI18n } from "../../../i18n/i18n";
import type { CannedChoice } from "./useCanned";

const EMPTY = { failed: "canned.failed", loading: "app.loading", here: "canned.none" } as const;

/** The canned responses that fit, above the answer; the keyboard stays in the answer. */
export function CannedList({ choice }: { choice: CannedChoice }) {
  const { t, tn } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  const { open, items, active, listId, optionId, state } = choice;
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [open, active]);
  if (!open) return null;
  return (
    <div className="canned" data-testid="canned">
      <div ref={list} className="canned__list" role="listbox" id={listId} tabIndex={0} aria-label={t("canned.label")}>
        {items.map((response, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard in the answer, where the focus is
          <div
            key={response.shortcut}
            role="option"
            id={optionId(index)}
            aria-selected={index === active}
            tabIndex={-1}
            className={`canned__item ${index === active ? "canned__item--active" : ""}`}
            // The answer keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choice.choose(index)}
            data-testid="canned-item"
          >
            <span className="canned__head">
              <code>/{response.shortcut}</code>
              <strong>{response.title}</strong>
            </span>
            <span className="canned__text">{response.text}</span>
          </div>
        ))}
      </div>
      <p className="canned__foot" role="status">
        {items.length === 0 ? t(EMPTY[state]) : `${tn("canned.count", items.length)} · ${t("canned.keys")}`}
      </p>
    </div>
  );
}
