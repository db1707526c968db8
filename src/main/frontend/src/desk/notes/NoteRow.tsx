import { Locked } from "@carbon/icons-react";
import { memo } from "react";
import type { Message } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { RichText } from "../content/RichText";
import { partsOf } from "./mentioning";

/** A note among the messages, which nobody takes for one. */
export const NoteRow = memo(function NoteRow({ message, me }: { message: Message; me: string }) {
  const { t, formats } = useI18n();
  const { author, text, at, mentions } = message;
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
      <p className="note__text">
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
    </article>
  );
});
