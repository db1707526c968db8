import type { SandboxMessage } from "../../api/sandboxTypes";
import type { I18n } from "../../i18n/i18n";
import { kindIn } from "./attachments";

/** A message in a few words, where it is answered. */
export function excerpt({ removed, text, template, attachments }: SandboxMessage, t: I18n["t"]): string {
  if (removed) return t("sandbox.removed");
  const [first] = attachments;
  if (text !== "") return text;
  if (first !== undefined) return first.title ?? kindIn(first.type, t);
  return template?.text ?? template?.elements[0]?.title ?? "…";
}
