import type { Named } from "../../api/types";
import { fits } from "../../shell/fits";

const OFFERED = 6;
const BEGUN = /(?:^|[^\p{L}\p{N}._-])@([\p{L}\p{N}._-]*)$/u;
const NAMED = /(?<![\p{L}\p{N}._-])@([a-z0-9._-]+)/gu;

/** What stands behind the `@` at which the caret is; undefined where it is at none. */
export const begunAt = (text: string, caret: number): string | undefined => BEGUN.exec(text.slice(0, caret))?.[1];

/** Whom those letters may mean: an id that begins with them first. */
export function meant(letters: string, colleagues: readonly Named[]): Named[] {
  const begins = ({ id }: Named) => id.startsWith(letters.toLowerCase());
  return colleagues
    .filter((colleague) => begins(colleague) || fits(colleague.name, letters))
    .sort((a, b) => Number(begins(b)) - Number(begins(a)))
    .slice(0, OFFERED);
}

/** The text with that colleague named where the caret is, and where the caret is then. */
export function naming(text: string, caret: number, letters: string, { id }: Named): { text: string; caret: number } {
  const before = `${text.slice(0, caret - letters.length)}${id} `;
  return { text: before + text.slice(caret).replace(/^ /, ""), caret: before.length };
}

export type Part = { text: string; mention?: Named };

/** A note in parts: what names somebody, and what stands between. */
export function partsOf(text: string, mentions: readonly Named[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(NAMED)) {
    const written = match[1] ?? "";
    const id = [written, written.replace(/[._-]+$/, "")].find((one) => mentions.some((known) => known.id === one));
    const mention = mentions.find((known) => known.id === id);
    if (id === undefined || mention === undefined) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    from = match.index + 1 + id.length;
    parts.push({ text: `@${mention.name}`, mention });
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
