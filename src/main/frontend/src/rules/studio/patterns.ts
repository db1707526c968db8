import { folded } from "./folded";

/** What stands around a word: neither a letter nor a digit, of whatever script. FEEL leaves this backslash as it is. */
const SIGN = "[^\\p{L}\\p{N}]";
const REST = "[\\p{L}\\p{N}]*";
/** As it was written once, for Latin letters. */
const LATIN_SIGN = "[^a-z0-9]";
const LATIN_REST = "[a-z0-9]*";
/** Capitals do not matter, with accents or without. */
const ANY_CASE = "(?iu)";

/** A test for words; `rest` is what stands for `*` in it, null where words are found anywhere. */
type Form = { raw: boolean; head: string; tail: string; rest: string | null };

const alone = (raw: boolean, sign: string, rest: string): Form => ({
  raw,
  head: `matches(?, "${raw ? ANY_CASE : ""}(^|${sign})(`,
  tail: `)(${sign}|$)")`,
  rest,
});
const ALONE = alone(false, SIGN, REST);
const ALONE_RAW = alone(true, SIGN, REST);
const ANYWHERE_RAW: Form = { raw: true, head: `matches(?, "${ANY_CASE}(`, tail: ')")', rest: null };
const FORMS = [ALONE, ALONE_RAW, ANYWHERE_RAW, alone(false, LATIN_SIGN, LATIN_REST)];
const CONTAINS = /^contains\(\?,\s*"([^"\\]*)"\)/;
const OR = " or ";

/** What has a meaning of its own in a regular expression; a backslash would have one in FEEL, a bracket between brackets. */
const SIGNS = /[.+?(){}|$]/g;
const UNWRITABLE = /[\\"^[\]]/g;
/** Written without spaces between words: a word is found wherever it stands. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const tidy = (word: string) => word.replace(UNWRITABLE, "").replace(/\*+/g, "*").replace(/\s+/g, " ").trim();

/** Whether it is to be found wherever it stands, even within a word. */
const anywhere = (word: string) => /^\*[^*]+\*$/.test(word) || (UNSPACED.test(word) && /^\*?[^*]+\*?$/.test(word));
const bare = (word: string) => word.replaceAll("*", "");

const toRegex = (word: string) =>
  word
    .replace(SIGNS, (sign) => `[${sign}]`)
    .replaceAll("*", REST)
    .replaceAll(" ", " +");
const fromRegex = (regex: string, rest: string | null) => {
  const word = regex.replaceAll(" +", " ");
  const read = (rest === null ? word : word.replaceAll(rest, "*")).replace(/\[([.+?(){}|$])\]/g, "$1");
  return rest === null ? `*${read}*` : read;
};

const write = ({ head, tail }: Form, words: readonly string[]) => `${head}${words.map(toRegex).join("|")}${tail}`;

/**
 * FEEL for "contains any of these": a word stands alone, "refund*" also begins longer ones, "*fund*" is found anywhere.
 *
 * @param raw of an input that is asked as it came; else it is asked in lower case and without accents
 */
export function writePatterns(words: readonly string[], raw: boolean): string {
  const wanted = words.map((word) => tidy(raw ? word : folded(word))).filter((word) => bare(word).trim() !== "");
  const whole = wanted.filter((word) => !anywhere(word));
  const parts = wanted.filter(anywhere).map(bare);
  const tests = raw
    ? parts.length === 0
      ? []
      : [write(ANYWHERE_RAW, parts)]
    : parts.map((part) => `contains(?, "${part}")`);
  if (whole.length > 0) tests.unshift(write(raw ? ALONE_RAW : ALONE, whole));
  return tests.join(OR);
}

type Read = { words: string[]; raw: boolean };

/** The first test of several, and what is left behind it. */
function first(feel: string): (Read & { left: string }) | null {
  const contains = CONTAINS.exec(feel);
  if (contains !== null) return { words: [`*${contains[1]}*`], raw: false, left: feel.slice(contains[0].length) };
  const form = FORMS.find(({ head }) => feel.startsWith(head));
  const end = form === undefined ? -1 : feel.indexOf(form.tail, form.head.length);
  if (form === undefined || end < 0) return null;
  const words = feel
    .slice(form.head.length, end)
    .split(/(?<!\[)\|/)
    .map((regex) => fromRegex(regex, form.rest));
  return { words, raw: form.raw, left: feel.slice(end + form.tail.length) };
}

/** The words of what was written so; null where it is something else. */
export function readPatterns(feel: string): Read | null {
  const read = first(feel);
  if (read === null) return null;
  const { words, raw, left } = read;
  if (left === "") return { words, raw };
  const others = left.startsWith(OR) ? readPatterns(left.slice(OR.length)) : null;
  return others === null || others.raw !== raw ? null : { words: [...words, ...others.words], raw };
}
