import { useQueryClient } from "@tanstack/react-query";
import { useI18n } from "../i18n/i18n";
import { reasonWords } from "../i18n/reasons";
import { drafts } from "../live/drafts";
import { outbox, type Unsent } from "../live/outbox";
import { changeParcel } from "../live/parcel";
import { sendAgain } from "../live/sender";
import { AttachmentView } from "./content/AttachmentView";
import { TemplateFace } from "./content/Cards";
import { Status } from "./Status";

/** An answer that the server has not stored yet. */
export function UnsentBubble({ conversationId, unsent }: { conversationId: string; unsent: Unsent }) {
  const { t, formats } = useI18n();
  const client = useQueryClient();
  const { problem } = unsent;
  const status = problem === null ? "PENDING" : "UNSENT";

  function edit() {
    outbox.remove(conversationId, unsent.key);
    const { attachments = [], quickReplies = [], template = null, replyTo = null, via = null } = unsent;
    changeParcel(conversationId, { attachments, quickReplies, template, replyTo, via });
    drafts.set(conversationId, [drafts.get(conversationId), unsent.text].filter((text) => text !== "").join("\n"));
  }

  return (
    <article
      className={`bubble bubble--out bubble--first bubble--last ${problem === null ? "bubble--pending" : "bubble--failed"}`}
      data-testid="message"
      data-status={status}
      data-direction="OUT"
    >
      <div className="bubble__body">
        {unsent.text !== "" && <p className="bubble__text">{unsent.text}</p>}
        {unsent.attachments?.map((attachment) => (
          <AttachmentView key={attachment.id} attachment={attachment} />
        ))}
        {unsent.template !== undefined && <TemplateFace template={unsent.template} />}
      </div>
      <span className="bubble__meta">
        <time dateTime={unsent.at}>{formats.clock(unsent.at)}</time>
        <Status status={status} />
      </span>
      {problem !== null && (
        <span className="bubble__problem" role="alert">
          {"detail" in problem ? reasonWords(problem.code, problem.detail, t) : t(`message.${problem.kind}`)}
          <button type="button" className="link" onClick={() => sendAgain(client, conversationId)}>
            {t("message.again")}
          </button>
          <button type="button" className="link" onClick={edit}>
            {t("message.edit")}
          </button>
        </span>
      )}
    </article>
  );
}
