import { Locked } from "@carbon/icons-react";
import { memo, useState } from "react";
import type { Message } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { RichText } from "../content/RichText";
import { partsOf } from "./mentioning";

const LINES = 12;
const LINE_LENGTH = 90;

/** Whether it would take more room than a screen of messages should lose to it. */
const isLong = (text: string) =>
  text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0) > LINES;

/** A note among the messages, which nobody takes for one. */
export const NoteRow = memo(function NoteRow({ message, me }: { message: Message; me: string }) {
  const { t, formats } = useI18n();
  const { author, text, at, mentions } = message;
  const [whole, setWhole] = useState(false);
  const long = isLong(text);
  const name = author.id === me ? t("author.you") : (author.name ?? "–");
  return (
    <article className="note" data-testid="note" data-id={message.id}>
      <header className="note__head">
        <Locked size={16} />
        <span className="note__kind">{t("note.by", { name })}</span>
        <time dateTime={at} title={formats.full(at)}>
          {formats.clock(at)}
        </time>
      </header>
      <p className={long && !whole ? "note__text note__text--folded" : "note__text"}>
        {partsOf(text, mentions).map((part, index) =>
          part.mention === undefined ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a note never changes
            <RichText key={index}>{part.text}</RichText>
          ) : (
            <strong
              // biome-ignore lint/suspicious/noArrayIndexKey: a note never changes
              key={index}
              className={part.mention.id === me ? "note__mention note__mention--me" : "note__mention"}
            >
              {part.text}
            </strong>
          ),
        )}
      </p>
      {long && (
        <button
          type="button"
          className="link note__fold"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
          data-testid="note-fold"
        >
          {t(whole ? "note.showLess" : "note.showAll")}
        </button>
      )}
    </article>
  );
});
