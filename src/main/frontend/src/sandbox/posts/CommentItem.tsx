import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { editComment, hideComment, removeComment } from "../../api/sandbox";
import type { Comment } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { useNow } from "../../live/now";
import { apply } from "../apply";
import { Face } from "../Face";
import { shownHere } from "../links";
import { useAct } from "../useAct";

type CommentItemProps = { comment: Comment; color: string | undefined; onReply: () => void };

/** One comment, what the Page did with it, and what can be done with it. */
export function CommentItem({ comment, color, onReply }: CommentItemProps) {
  const { t, formats } = useI18n();
  const now = useNow();
  const act = useAct();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const { id, from, fromPage, removed, hidden, message, problem } = comment;
  const photo = shownHere(comment.photo);
  const shown = (changed: Comment) => apply(client, "comment", changed);
  const notes = [
    hidden && t("sandbox.hidden"),
    comment.liked && t("sandbox.liked"),
    comment.answeredPrivately && t("sandbox.answeredPrivately"),
    comment.edited && !removed && t("sandbox.edited"),
  ].filter((note) => note !== false);

  return (
    <div
      className={`comment ${hidden ? "comment--hidden" : ""}`}
      data-testid="sandbox-comment"
      data-id={id}
      data-from-page={fromPage}
    >
      <Face name={from.name} {...(color !== undefined && { color })} size="small" />
      <div className="comment__body">
        <div className={`comment__bubble ${fromPage ? "comment__bubble--page" : ""}`}>
          <p className="comment__name">{from.name}</p>
          {removed && <p className="comment__gone">{t("sandbox.commentRemoved")}</p>}
          {editing && (
            <EditForm
              text={message}
              onCancel={() => setEditing(false)}
              onSave={(text) => void act(() => editComment(id, text), shown).then((done) => setEditing(!done))}
            />
          )}
          {!removed && !editing && <p className="comment__text">{message}</p>}
          {photo !== null && <img className="comment__photo" src={photo} alt={t("sandbox.commentPhoto")} />}
        </div>
        <p className="comment__foot">
          <time dateTime={comment.at} title={formats.full(comment.at)}>
            {formats.ago(comment.at, now) ?? t("time.now")}
          </time>
          {!removed && (
            <>
              <Word text={t("sandbox.answerComment")} onClick={onReply} name="reply" />
              <Word text={t("sandbox.edit")} onClick={() => setEditing(true)} name="edit" />
              <Word text={t("sandbox.delete")} onClick={() => void act(() => removeComment(id), shown)} name="delete" />
              {!fromPage && (
                <Word
                  text={t(hidden ? "sandbox.unhide" : "sandbox.hide")}
                  onClick={() => void act(() => hideComment(id, !hidden), shown)}
                  name="hide"
                />
              )}
            </>
          )}
        </p>
        {notes.length > 0 && <p className="comment__notes">{notes.join(" · ")}</p>}
        {problem !== null && (
          <p className="say__problem" role="alert">
            {t("sandbox.refused", { problem })}
          </p>
        )}
      </div>
    </div>
  );
}

function Word({ text, name, onClick }: { text: string; name: string; onClick: () => void }) {
  return (
    <button type="button" className="comment__word" onClick={onClick} data-testid={`sandbox-comment-${name}`}>
      {text}
    </button>
  );
}

type EditFormProps = { text: string; onSave: (text: string) => void; onCancel: () => void };

function EditForm({ text, onSave, onCancel }: EditFormProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState(text);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() !== "") onSave(typed.trim());
  }
  return (
    <form className="comment__edit" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onCancel()}>
      <textarea
        className="write__box"
        rows={1}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={t("sandbox.commentText")}
        // biome-ignore lint/a11y/noAutofocus: one who chose to change the text wants to write
        autoFocus
      />
      <span className="comment__foot">
        <button type="submit" className="comment__word">
          {t("sandbox.saveEdit")}
        </button>
        <button type="button" className="comment__word" onClick={onCancel}>
          {t("sandbox.cancel")}
        </button>
      </span>
    </form>
  );
}
