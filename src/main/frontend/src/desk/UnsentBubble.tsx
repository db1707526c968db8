import { useQueryClient } from "@tanstack/react-query";
import { useI18n } from "../i18n/i18n";
import { drafts } from "../live/drafts";
import { outbox, type Unsent } from "../live/outbox";
import { sendAgain } from "../live/sender";
import { Status } from "./Status";

/** An answer that the server has not stored yet. */
export function UnsentBubble({ conversationId, unsent }: { conversationId: string; unsent: Unsent }) {
  const { t, formats } = useI18n();
  const client = useQueryClient();
  const { problem } = unsent;
  const status = problem === null ? "PENDING" : "UNSENT";

  function edit() {
    outbox.remove(conversationId, unsent.key);
    drafts.set(conversationId, [drafts.get(conversationId), unsent.text].filter((text) => text !== "").join("\n"));
  }

  return (
    <article
      className={`bubble bubble--out bubble--first bubble--last ${problem === null ? "bubble--pending" : "bubble--failed"}`}
      data-testid="message"
      data-status={status}
      data-direction="OUT"
    >
      <p className="bubble__text">{unsent.text}</p>
      <span className="bubble__meta">
        <time dateTime={unsent.at}>{formats.clock(unsent.at)}</time>
        <Status status={status} />
      </span>
      {problem !== null && (
        <span className="bubble__problem" role="alert">
          {problem.kind === "refused" ? problem.detail : t(`message.${problem.kind}`)}
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
