/** What stands around a word in a text that is in lower case and without accents. */
const BEFORE = "(^|[^a-z0-9])";
const AFTER = "([^a-z0-9]|$)";
const REST = "[a-z0-9]*";
const WORDS = `matches(?, "${BEFORE}(`;
const END = `)${AFTER}")`;
const CONTAINS = /^contains\(\?,\s*"([^"\\]*)"\)$/;
/** What has a meaning of its own in a regular expression; a backslash would have one in FEEL, a bracket between brackets. */
const SIGNS = /[.+?(){}|$]/g;
const UNWRITABLE = /[\\"^[\]]/g;

/** As the tables see texts: in lower case, without accents. */
export const normalised = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(UNWRITABLE, "")
    .replace(/\*+/g, "*")
    .replace(/\s+/g, " ")
    .trim();

/** Whether it is to be found wherever it stands, even within a word. */
const anywhere = (word: string) => /^\*[^*]+\*$/.test(word);
const bare = (word: string) => word.replaceAll("*", "");

const toRegex = (word: string) =>
  word
    .replace(SIGNS, (sign) => `[${sign}]`)
    .replaceAll("*", REST)
    .replaceAll(" ", " +");
const fromRegex = (regex: string) =>
  regex
    .replaceAll(" +", " ")
    .replaceAll(REST, "*")
    .replace(/\[([.+?(){}|$])\]/g, "$1");

/**
 * FEEL for "contains any of these": a word stands alone, "refund*" also begins longer ones, "*fund*" is found anywhere.
 */
export function writePatterns(words: readonly string[]): string {
  const wanted = words.map(normalised).filter((word) => bare(word).trim() !== "");
  const whole = wanted.filter((word) => !anywhere(word));
  const tests = wanted.filter(anywhere).map((word) => `contains(?, "${bare(word)}")`);
  if (whole.length > 0) tests.unshift(`${WORDS}${whole.map(toRegex).join("|")}${END}`);
  return tests.join(" or ");
}

/** The words of what was written so; null where it is something else. */
export function readPatterns(feel: string): string[] | null {
  const words: string[] = [];
  let rest = feel;
  if (rest.startsWith(WORDS)) {
    const end = rest.indexOf(END);
    if (end < 0) return null;
    for (const regex of rest.slice(WORDS.length, end).split(/(?<!\[)\|/)) words.push(fromRegex(regex));
    rest = rest.slice(end + END.length);
    if (rest === "") return words;
    if (!rest.startsWith(" or ")) return null;
    rest = rest.slice(" or ".length);
  }
  for (const test of rest.split(" or ")) {
    const part = CONTAINS.exec(test.trim())?.[1];
    if (part === undefined) return null;
    words.push(`*${part}*`);
  }
  return words;
}
