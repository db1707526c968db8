import type { Conversation } from "../api/types";
import type { I18n } from "../i18n/i18n";
import { listWords } from "./content/excerpt";

/** What the list shows of the newest message, with who wrote it where it was not the customer. */
export function lastWords({ lastMessage, assignee }: Conversation, me: string, i18n: I18n): string | null {
  if (lastMessage === null) return null;
  const { t } = i18n;
  const text = listWords(lastMessage.text, lastMessage.attachment, i18n);
  const { direction, author } = lastMessage;
  if (direction === "IN") return text;
  switch (author?.kind) {
    case "AGENT":
      if (author.id === me) return t("list.you", { text });
      return t("list.by", { name: author.name ?? assignee?.name ?? "–", text });
    case "BOT":
    case "SYSTEM":
    case "META_INBOX":
      return t("list.by", { name: t(`listAuthor.${author.kind}`), text });
    default:
      return text;
  }
}
