import { SendFilled } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { type Conversation, MAX_TEXT } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { uploads } from "../../live/uploads";
import { putCaret } from "../../shell/caret";
import { useSettings } from "../../shell/settings";
import { customerName } from "../customerName";
import { CannedList } from "./canned/CannedList";
import { putIn } from "./canned/slash";
import { useCanned } from "./canned/useCanned";
import { Enclosures } from "./Enclosures";
import { Extras } from "./Extras";
import { ReplyBar } from "./ReplyBar";
import { messagesOf } from "./split";
import { type Allowed, Tools } from "./Tools";
import { type Address, useAnswer } from "./useAnswer";
import { useDroppedFiles } from "./useDroppedFiles";
import { useTyping } from "./usePresenceSignals";

const WARN_WITHIN = 200;
const EVERYTHING: Allowed = { files: true, extras: true };

type ComposerProps = {
  conversation: Conversation;
  /** Stands above the answer: what the agent must know or choose first. */
  children?: ReactNode;
  placeholder?: string;
  allowed?: Allowed;
  /** By which way it goes, and under what. */
  extra?: Address;
  blocked?: boolean;
};

/** Where an answer is written. Its text is a draft until the outbox has it. */
export function Composer({ conversation, children, placeholder, allowed = EVERYTHING, extra, blocked }: ComposerProps) {
  const { t } = useI18n();
  const { id, channel, customer } = conversation;
  const answer = useAnswer(conversation, extra);
  const { draft, setDraft, parcel, change } = answer;
  const box = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const typing = useTyping(id);
  const { sendBy } = useSettings();
  const [caret, setCaret] = useState(0);
  const canned = useCanned(id, draft, caret, (slash, response) => {
    const put = putIn(draft, slash, response);
    place(put.text, put.caret);
  });
  const sendable = answer.sendable && blocked !== true;
  const dropped = useDroppedFiles((files) => allowed.files && uploads.add(id, files));
  useFocusOnArrival(box);
  useHeightOfText(box, draft);

  function submit() {
    if (!sendable) return;
    answer.submit();
    box.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (canned.onKeyDown(event)) return;
    if (event.key === "Escape") leave(event);
    // While an input method composes, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return;
    if (sendBy === "ctrlEnter" && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    submit();
  }

  function write(text: string) {
    setDraft(text);
    if (channel === "MESSENGER" && text.trim() !== "") typing();
  }

  function insert(sign: string) {
    const at = box.current?.selectionStart ?? draft.length;
    const to = box.current?.selectionEnd ?? draft.length;
    place(draft.slice(0, at) + sign + draft.slice(to), at + sign.length);
  }

  function place(text: string, to: number) {
    putCaret(box.current, to, () => {
      write(text);
      setCaret(to);
    });
  }

  /** At the beginning of a word, where it asks for canned responses. */
  function insertSlash() {
    const before = draft.slice(0, box.current?.selectionStart ?? draft.length);
    insert(before === "" || /\s$/.test(before) ? "/" : " /");
  }

  return (
    <form
      className={`composer ${dropped.over && allowed.files ? "composer--over" : ""}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      {...dropped.handlers}
    >
      <CannedList choice={canned} />
      {children}
      {channel === "MESSENGER" && parcel.replyTo !== null && (
        <ReplyBar mid={parcel.replyTo} onClear={() => change({ replyTo: null })} />
      )}
      <textarea
        ref={box}
        className="composer__box"
        rows={1}
        value={draft}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          write(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setCaret(0)}
        onKeyDown={onKeyDown}
        placeholder={placeholder ?? t("composer.placeholder")}
        aria-label={t("composer.label", { name: customerName(customer, { t }) })}
        aria-describedby={hintId}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={canned.open ? canned.listId : undefined}
        aria-activedescendant={canned.open && canned.items.length > 0 ? canned.optionId(canned.active) : undefined}
        aria-invalid={answer.text.length > answer.limit}
        data-testid="composer"
      />
      <Enclosures
        conversationId={id}
        attachments={parcel.attachments}
        uploading={answer.uploading}
        onRemove={(gone) => change({ attachments: parcel.attachments.filter((one) => one.id !== gone.id) })}
      />
      <Extras parcel={parcel} onChange={change} />
      <div className="composer__foot">
        <Tools
          allowed={allowed}
          parcel={parcel}
          onChange={change}
          onFiles={(files) => uploads.add(id, files)}
          onEmoji={insert}
          onCanned={insertSlash}
        />
        <span id={hintId} className="composer__hint">
          {t(
            answer.tooMany ? "composer.oneOnly" : answer.missesText ? "composer.needsText" : `composer.hint.${sendBy}`,
          )}
        </span>
        <Length text={answer.text} limit={answer.limit} waits={answer.waits} />
        <Button type="submit" size="sm" renderIcon={SendFilled} disabled={!sendable} data-testid="send">
          {t("composer.send")}
        </Button>
      </div>
      {dropped.over && allowed.files && <p className="composer__drop">{t("composer.drop")}</p>}
    </form>
  );
}

/** Out of the box, but not out of the conversation: the next key scrolls it. */
function leave(event: KeyboardEvent<HTMLTextAreaElement>) {
  event.currentTarget.blur();
  document.querySelector<HTMLElement>(".transcript__scroll")?.focus({ preventScroll: true });
}

function Length({ text, limit, waits }: { text: string; limit: number; waits: boolean }) {
  const { t, tn } = useI18n();
  const left = limit - text.length;
  const messages = messagesOf(text);
  return (
    <output className={`composer__left ${left < 0 ? "composer__left--over" : ""}`} data-testid="composer-length">
      {left < 0
        ? tn("composer.over", -left)
        : waits
          ? t("composer.waits")
          : messages > 1
            ? t("composer.split", { n: messages })
            : Math.min(left, MAX_TEXT - text.length) <= WARN_WITHIN &&
              tn("composer.left", Math.min(left, MAX_TEXT - text.length))}
    </output>
  );
}

function useFocusOnArrival(box: React.RefObject<HTMLTextAreaElement | null>) {
  const location = useLocation();
  const focus = (location.state as { focus?: boolean } | null)?.focus === true;
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus, box]);
}

function useHeightOfText(box: React.RefObject<HTMLTextAreaElement | null>, draft: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    if (box.current === null) return;
    box.current.style.height = "auto";
    box.current.style.height = `${box.current.scrollHeight}px`;
  }, [draft]);
}
