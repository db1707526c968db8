import { Locked } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import { MAX_NOTE, postNote } from "../../api/notes";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { errorWords } from "../../i18n/reasons";
import { applyMessage } from "../../live/apply";
import { noteDrafts } from "../../live/notes";
import { newKey } from "../../live/sender";
import { useToast } from "../../shell/Toasts";
import { customerName } from "../customerName";
import { MentionOffer } from "./MentionOffer";
import { useMentioning } from "./useMentioning";

/** Where a note for colleagues is written: it looks like no answer, as it must not be taken for one; `focused` where it was asked for. */
export function NoteComposer({ conversation, focused = true }: { conversation: Conversation; focused?: boolean }) {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const { id } = conversation;
  const client = useQueryClient();
  const toast = useToast();
  const hintId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = useSyncExternalStore(noteDrafts.subscribe, () => noteDrafts.get(id));
  /** The same until it is stored, so that trying again does not store it twice. */
  const key = useRef(newKey());
  const write = useCallback(
    (text: string) => {
      // Another text is another note, whatever became of the one before.
      if (text !== noteDrafts.get(id)) key.current = newKey();
      noteDrafts.set(id, text);
    },
    [id],
  );
  const mentioning = useMentioning(box, write);
  const text = draft.trim();
  const left = MAX_NOTE - text.length;

  const call = useMutation({
    mutationFn: (sent: string) => postNote(id, sent.trim(), key.current),
    onSuccess: (message, sent) => {
      key.current = newKey();
      // What was typed meanwhile is the next note.
      if (noteDrafts.get(id) === sent) noteDrafts.set(id, "");
      applyMessage(client, { conversationId: id, message });
    },
    onError: (error) => toast("error", t("note.failed"), errorWords(error, t)),
    onSettled: () => box.current?.focus(),
  });
  const storable = text !== "" && left >= 0 && !call.isPending;
  const submit = () => {
    if (storable) call.mutate(draft);
  };

  useEffect(() => {
    if (focused) box.current?.focus();
  }, [focused]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    if (box.current === null) return;
    box.current.style.height = "auto";
    box.current.style.height = `${box.current.scrollHeight}px`;
  }, [draft]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (mentioning.onKey(event)) return;
    if (event.key !== "Enter" || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  }

  return (
    <form
      className="composer composer--note"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <MentionOffer mentioning={mentioning} />
      <p className="composer__private">
        <Locked size={16} />
        {t("note.private")}
      </p>
      <textarea
        ref={box}
        className="composer__box"
        rows={1}
        value={draft}
        onChange={(event) => {
          write(event.target.value);
          mentioning.look();
        }}
        onSelect={mentioning.look}
        onBlur={mentioning.close}
        onKeyDown={onKeyDown}
        placeholder={t("note.placeholder")}
        aria-label={t("note.label", { name: customerName(conversation.customer, i18n) })}
        aria-describedby={hintId}
        aria-invalid={left < 0}
        data-testid="note-box"
        {...mentioning.attributes}
      />
      <div className="composer__foot">
        <span id={hintId} className="composer__hint composer__hint--note">
          {t("note.hint")}
        </span>
        <output className={left < 0 ? "composer__left composer__left--over" : "composer__left"}>
          {left < 0 && tn("composer.over", -left)}
        </output>
        <Button type="submit" size="sm" kind="secondary" disabled={!storable} data-testid="note-add">
          {t("note.add")}
        </Button>
      </div>
    </form>
  );
}
