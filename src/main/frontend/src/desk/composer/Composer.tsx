import { SendFilled } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import { useLocation } from "react-router";
import { type Conversation, MAX_TEXT } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { uploads } from "../../live/uploads";
import { customerName } from "../customerName";
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
    if (event.key === "Escape") leave(event);
    // While an input method composes, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return;
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
    write(draft.slice(0, at) + sign + draft.slice(to));
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(at + sign.length, at + sign.length);
    });
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
      {children}
      {channel === "MESSENGER" && parcel.replyTo !== null && (
        <ReplyBar mid={parcel.replyTo} onClear={() => change({ replyTo: null })} />
      )}
      <textarea
        ref={box}
        className="composer__box"
        rows={1}
        value={draft}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={placeholder ?? t("composer.placeholder")}
        aria-label={t("composer.label", { name: customerName(customer, { t }) })}
        aria-describedby={hintId}
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
        />
        <span id={hintId} className="composer__hint">
          {t(answer.tooMany ? "composer.oneOnly" : answer.missesText ? "composer.needsText" : "composer.hint")}
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
