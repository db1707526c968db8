import type { Conversation, Message } from "../api/types";
import type { I18n } from "../i18n/i18n";

/** The id that stands in a conversation whose customer was erased. */
const ERASED = "erased";

/** The customer's name, or in the reader's language that it was erased. */
export const customerName = ({ id, name }: Conversation["customer"], { t }: Pick<I18n, "t">) =>
  id === ERASED ? t("customer.erased") : name;

/** The same of whoever wrote a message; null where the author has no name. */
export const authorName = ({ id, name }: Message["author"], { t }: Pick<I18n, "t">) =>
  id === ERASED ? t("customer.erased") : name;
