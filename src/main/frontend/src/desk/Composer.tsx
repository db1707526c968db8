import { SendFilled } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from "react";
import { useLocation } from "react-router";
import { type Conversation, MAX_TEXT } from "../api/types";
import { useI18n } from "../i18n/i18n";
import { useDraft } from "../live/drafts";
import { send } from "../live/sender";

const WARN_FROM = MAX_TEXT - 200;

/** Where an answer is written. Its text is a draft until the outbox has it. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const { t, tn } = useI18n();
  const client = useQueryClient();
  const location = useLocation();
  const [draft, setDraft] = useDraft(conversation.id);
  const box = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const left = MAX_TEXT - draft.trim().length;
  const sendable = draft.trim() !== "" && left >= 0;
  const focus = (location.state as { focus?: boolean } | null)?.focus === true;

  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    if (box.current === null) return;
    box.current.style.height = "auto";
    box.current.style.height = `${box.current.scrollHeight}px`;
  }, [draft]);

  function submit() {
    if (!sendable) return;
    send(client, conversation.id, draft.trim());
    setDraft("");
    box.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Escape") event.currentTarget.blur();
    // While an input method composes, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={box}
        className="composer__box"
        rows={1}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={t("composer.placeholder")}
        aria-label={t("composer.label", { name: conversation.customer.name })}
        aria-describedby={hintId}
        aria-invalid={left < 0}
        data-testid="composer"
      />
      <div className="composer__foot">
        <span id={hintId} className="composer__hint">
          {t("composer.hint")}
        </span>
        <output className={`composer__left ${left < 0 ? "composer__left--over" : ""}`}>
          {left < 0 ? tn("composer.over", -left) : MAX_TEXT - left >= WARN_FROM && tn("composer.left", left)}
        </output>
        <Button type="submit" size="sm" renderIcon={SendFilled} disabled={!sendable} data-testid="send">
          {t("composer.send")}
        </Button>
      </div>
    </form>
  );
}
