import type { Message } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { AttachmentView } from "./AttachmentView";
import { OfferedReplies, TemplateFace } from "./Cards";
import { RichText } from "./RichText";

/** What stands inside a bubble or a comment. */
export function Content({ message }: { message: Message }) {
  const { t } = useI18n();
  const { text, attachments, template, quickReplies, removedAt, direction } = message;
  if (removedAt !== null) {
    return (
      <p className="bubble__text bubble__text--removed">{t(direction === "IN" ? "mark.removed" : "mark.removedOut")}</p>
    );
  }
  return (
    <>
      {text !== "" && (
        <p className="bubble__text">
          <RichText>{text}</RichText>
        </p>
      )}
      {attachments.map((attachment) => (
        <AttachmentView key={attachment.id} attachment={attachment} />
      ))}
      {template !== null && <TemplateFace template={template} />}
      {quickReplies.length > 0 && <OfferedReplies replies={quickReplies} />}
    </>
  );
}
