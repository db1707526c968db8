import { Close, Image, SendFilled } from "@carbon/icons-react";
import { IconButton } from "@carbon/react";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { comment, commentAsPage } from "../../api/sandbox";
import type { Comment, Customer, FacebookPage, Post } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { apply } from "../apply";
import { CustomerSelect } from "../CustomerSelect";
import { useAct } from "../useAct";

type CommentComposerProps = {
  post: Post;
  page: FacebookPage;
  customers: Customer[];
  /** Who writes: a customer, or the Page in Facebook itself. */
  who: string;
  onWho: (id: string) => void;
  parent: Comment | null;
  onDone: () => void;
};

/** Where one comments a post or answers a comment. */
export function CommentComposer({ post, page, customers, who, onWho, parent, onDone }: CommentComposerProps) {
  const { t } = useI18n();
  const act = useAct();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [photo, setPhoto] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const asPage = who === page.id;
  const withPhoto = photo && !asPage;
  const ready = text.trim() !== "" || withPhoto;
  const label = parent === null ? t("sandbox.commentText") : t("sandbox.answerCommentOf", { name: parent.from.name });

  useEffect(() => {
    if (parent !== null) box.current?.focus();
  }, [parent]);

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!ready) return;
    const message = text.trim();
    setText("");
    const done = await act(
      () =>
        asPage
          ? commentAsPage(post.id, message, parent?.id ?? null)
          : comment(post.id, {
              customer: who,
              ...(message !== "" && { message }),
              ...(parent !== null && { parent: parent.id }),
              ...(withPhoto && { photo: true }),
            }),
      (written) => apply(client, "comment", written),
    );
    if (!done) return setText((typed) => (typed === "" ? message : typed));
    setPhoto(false);
    onDone();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onDone();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  }

  return (
    <form className="write write--comment" onSubmit={(event) => void submit(event)}>
      <CustomerSelect
        customers={customers}
        value={who}
        onChange={onWho}
        label={t("sandbox.who")}
        hideLabel
        page={{ id: page.id, text: t("sandbox.asPage", { page: page.name }) }}
      />
      <textarea
        ref={box}
        className="write__box"
        rows={1}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={label}
        aria-label={label}
        data-testid="sandbox-comment-composer"
      />
      {!asPage && (
        <IconButton
          kind="ghost"
          size="md"
          align="top-end"
          label={t(photo ? "sandbox.withoutPhoto" : "sandbox.withPhoto")}
          aria-pressed={photo}
          isSelected={photo}
          onClick={() => setPhoto(!photo)}
        >
          <Image size={20} />
        </IconButton>
      )}
      <button
        type="submit"
        className="write__send"
        disabled={!ready}
        aria-label={t("sandbox.send")}
        data-testid="sandbox-comment-send"
      >
        <SendFilled size={20} />
      </button>
      {parent !== null && (
        <IconButton kind="ghost" size="md" align="top-end" label={t("sandbox.cancel")} onClick={onDone}>
          <Close size={20} />
        </IconButton>
      )}
    </form>
  );
}
