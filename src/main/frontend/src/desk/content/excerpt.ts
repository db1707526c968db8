import type { Attachment, AttachmentType, Message } from "../../api/types";
import type { I18n } from "../../i18n/i18n";

/** The first words of a message, or what it is instead of words. */
export function excerptOf(
  { text, attachments, template, removedAt }: Pick<Message, "text" | "attachments" | "template" | "removedAt">,
  { t }: I18n,
): string {
  if (removedAt !== null) return t("mark.removed");
  if (text !== "") return text;
  const [first] = attachments;
  if (first !== undefined) return named(first, t);
  return template === null ? "" : (template.cards[0]?.title ?? t("kind.TEMPLATE"));
}

const named = ({ type, name }: Attachment, t: I18n["t"]) =>
  type === "FILE" && name !== null ? name : t(`kind.${type}`);

/** What the list shows of the newest message. */
export const listWords = (text: string, attachment: AttachmentType | null, { t }: I18n) =>
  text !== "" || attachment === null ? text : t(`kind.${attachment}`);
