import type { Canned } from "../../../api/canned";

/** What stands between a "/" and the caret: the search for a canned response. */
export type Slash = { from: number; to: number; query: string };

/** At the beginning of a word only: dates, addresses and "and/or" search for nothing. */
const BEFORE_CARET = /(?:^|\s)\/([\p{L}\p{N}_-]*)$/u;

export function slashAt(text: string, caret: number): Slash | null {
  const query = BEFORE_CARET.exec(text.slice(0, caret))?.[1];
  return query === undefined ? null : { from: caret - query.length - 1, to: caret, query };
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Those that fit: by shortcut, then by title, then by text. */
export function fitting(responses: readonly Canned[], query: string): Canned[] {
  const sought = plain(query);
  const rank = ({ shortcut, title, text }: Canned) => {
    if (plain(shortcut).startsWith(sought)) return 0;
    if (plain(title).includes(sought)) return 1;
    return plain(shortcut).includes(sought) || plain(text).includes(sought) ? 2 : 3;
  };
  return responses
    .map((response) => ({ response, rank: rank(response) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ response }) => response);
}

/** The answer with the response in place of the search, and where the caret then stands. */
export function putIn(text: string, { from, to }: Slash, response: Canned): { text: string; caret: number } {
  return { text: text.slice(0, from) + response.text + text.slice(to), caret: from + response.text.length };
}
