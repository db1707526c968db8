import type { I18n } from "../i18n/i18n";
import type { WordKey } from "../i18n/words";

export type FieldFault = { field: string; message: string; code?: string };

const isKnown = (key: string, t: I18n["t"]): key is WordKey => t(key as WordKey) !== undefined;

/** As it stands in the server's words. */
const PLACEHOLDER = /\{+[^{}]*\}+/;

/** What the server found wrong with a field, in the reader's language where it is known by its kind. */
export function faultWords(faults: readonly FieldFault[], field: string, { t }: I18n): string | undefined {
  const found = faults.find((fault) => fault.field === field);
  if (found === undefined) return undefined;
  for (const key of [`fault.${found.code}`, `lack.${found.code}`]) {
    if (isKnown(key, t)) return t(key, { what: PLACEHOLDER.exec(found.message)?.[0] ?? "" });
  }
  return found.message;
}
