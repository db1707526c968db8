import { NoAnswer, Refused } from "../api/http";
import { type I18n, isWord } from "./i18n";
import type { reasonsEn } from "./reasons.en";

type Code = keyof typeof reasonsEn extends `reason.${infer Name}` ? Name : never;
type Translate = I18n["t"];

const isKnown = (code: string): code is Code => isWord(`reason.${code}`);

/** Why something was not done: in the reader's language where there are words for the code, else as the server said it. */
export function reasonWords<T extends string | null | undefined>(
  code: string | null | undefined,
  text: T,
  t: Translate,
) {
  return code != null && isKnown(code) ? t(`reason.${code}`) : text;
}

/** What a failed call comes to, in the same way. */
export function errorWords(error: Error, t: Translate): string {
  if (error instanceof NoAnswer) return t("message.noAnswer");
  return error instanceof Refused ? reasonWords(error.problem.code, error.message, t) : error.message;
}
