import { Modal } from "@carbon/react";
import { useState } from "react";
import type { Message } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { changeParcel } from "../../live/parcel";
import { focusComposer } from "../focus";
import { useMessageCall } from "../useMessageCall";

/** What a Page can do with a comment: answer, like, hide, delete. */
export function CommentActions({ message, conversationId }: { message: Message; conversationId: string }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  const call = useMessageCall(conversationId, message.id);
  const { hidden = false, liked = false } = message.comment ?? {};
  const customers = message.direction === "IN";

  function answer() {
    changeParcel(conversationId, { replyTo: message.mid });
    focusComposer();
  }

  return (
    <span className="comment__actions">
      <button type="button" className="link" onClick={answer} data-testid="comment-answer">
        {t("comment.answer")}
      </button>
      {customers && (
        <>
          <button
            type="button"
            className="link"
            onClick={() => call.mutate({ kind: "comment", liked: !liked })}
            disabled={call.isPending}
            data-testid="comment-like"
          >
            {t(liked ? "comment.unlike" : "comment.like")}
          </button>
          <button
            type="button"
            className="link"
            onClick={() => call.mutate({ kind: "comment", hidden: !hidden })}
            disabled={call.isPending}
            data-testid="comment-hide"
          >
            {t(hidden ? "comment.unhide" : "comment.hide")}
          </button>
        </>
      )}
      <button
        type="button"
        className="link link--danger"
        onClick={() => setAsking(true)}
        disabled={call.isPending}
        data-testid="comment-delete"
      >
        {t("comment.delete")}
      </button>
      {asking && (
        <Modal
          open
          danger
          size="xs"
          modalHeading={t("comment.deleteTitle")}
          primaryButtonText={t("comment.delete")}
          secondaryButtonText={t("control.cancel")}
          closeButtonLabel={t("app.close")}
          onRequestClose={() => setAsking(false)}
          onRequestSubmit={() => {
            setAsking(false);
            call.mutate({ kind: "deleteComment" });
          }}
          data-testid="comment-delete-dialog"
        >
          <p>{t("comment.deleteText")}</p>
        </Modal>
      )}
    </span>
  );
}
