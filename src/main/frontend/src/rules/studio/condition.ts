import { readPatterns, writePatterns } from "./patterns";

/** What a cell asks of its input, as people say it; what has no such form stays FEEL. */
export type Condition =
  | { kind: "any" }
  | { kind: "values"; values: string[]; not: boolean }
  /** Raw: of an input that is asked as it came, not in lower case and without accents. */
  | { kind: "words"; words: string[]; not: boolean; raw: boolean }
  | { kind: "hours"; from: string; to: string }
  | { kind: "dates"; from: string; to: string }
  | { kind: "number"; test: "<" | "<=" | ">" | ">=" | "="; value: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "feel"; text: string };

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const TEXT = /^"((?:[^"\\]|\\.)*)"$/;
const TIME = 'time\\("(\\d\\d:\\d\\d)(?::00)?"\\)';
const DATE = 'date\\("(\\d{4}-\\d\\d-\\d\\d)"\\)';
const SPAN = new RegExp(`^\\[\\s*${TIME}\\s*\\.\\.\\s*${TIME}\\s*\\)$`);
const OVERNIGHT = new RegExp(`^>=\\s*${TIME}\\s*,\\s*<\\s*${TIME}$`);
const DATES = new RegExp(`^\\[\\s*${DATE}\\s*\\.\\.\\s*${DATE}\\s*\\]$`);
const DAY = new RegExp(`^${DATE}$`);
const NUMBER = /^(<=|>=|<|>)?\s*(-?\d+(?:\.\d+)?)$/;

/** What FEEL writes by a letter behind a backslash. */
const ESCAPES: Readonly<Record<string, string>> = { "\n": "n", "\r": "r", "\t": "t" };
const ESCAPED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

export const quoted = (text: string) => `"${text.replace(/[\\"\n\r\t]/g, (sign) => `\\${ESCAPES[sign] ?? sign}`)}"`;
const unquoted = (literal: string) => literal.replace(/\\(["\\nrt])/g, (_, sign: string) => ESCAPED[sign] ?? sign);

/** The texts of a list such as "a","b"; null where it is anything else. */
function texts(list: string): string[] | null {
  const parts = list.match(/"(?:[^"\\]|\\.)*"|[^",\s]+|,/g) ?? [];
  const values: string[] = [];
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 1) {
      if (part !== ",") return null;
      continue;
    }
    const text = TEXT.exec(part)?.[1];
    if (text === undefined) return null;
    values.push(unquoted(text));
  }
  return parts.length % 2 === 1 ? values : null;
}

/** "None of these words" takes what is not there at all, too; `not` by itself would not. */
const OR_NOTHING = "? = null or ";

function inside(text: string): string | null {
  return /^not\s*\((.*)\)$/s.exec(text)?.[1]?.trim() ?? null;
}

/** Reads a cell. */
export function readCell(cell: string): Condition {
  const text = cell.trim();
  if (text === "" || text === "-") return { kind: "any" };
  if (text === "true" || text === "false") return { kind: "boolean", value: text === "true" };
  const negated = inside(text);
  const values = texts(negated ?? text);
  if (values !== null) return { kind: "values", values, not: negated !== null };
  const without = text.startsWith(OR_NOTHING) ? inside(text.slice(OR_NOTHING.length)) : negated;
  const words = readPatterns(without ?? text);
  if (words !== null) return { kind: "words", ...words, not: without !== null };
  const hours = SPAN.exec(text) ?? OVERNIGHT.exec(text);
  if (hours !== null) return { kind: "hours", from: hours[1] ?? "", to: hours[2] ?? "" };
  const dates = DATES.exec(text);
  if (dates !== null) return { kind: "dates", from: dates[1] ?? "", to: dates[2] ?? "" };
  const day = DAY.exec(text)?.[1];
  if (day !== undefined) return { kind: "dates", from: day, to: day };
  const number = NUMBER.exec(text);
  if (number !== null) return { kind: "number", test: (number[1] ?? "=") as "<", value: number[2] ?? "" };
  return { kind: "feel", text };
}

const time = (clock: string) => `time("${clock}:00")`;
const negate = (not: boolean, text: string) => (not ? `not(${text})` : text);

/** Writes a cell; what says nothing yet lets everything pass. */
export function writeCell(condition: Condition): string {
  switch (condition.kind) {
    case "any":
      return "-";
    case "values":
      return condition.values.length === 0 ? "-" : negate(condition.not, condition.values.map(quoted).join(","));
    case "words": {
      const tests = writePatterns(condition.words, condition.raw);
      if (tests === "") return "-";
      return condition.not ? `${OR_NOTHING}${negate(true, tests)}` : tests;
    }
    case "hours": {
      const { from, to } = condition;
      if (from === "" || to === "" || from === to) return "-";
      // The span over midnight is two: before it, and after it.
      return from < to ? `[${time(from)}..${time(to)})` : `>= ${time(from)},< ${time(to)}`;
    }
    case "dates": {
      const { from, to } = condition;
      if (from === "") return "-";
      return to === "" || to === from ? `date("${from}")` : `[date("${from}")..date("${to}")]`;
    }
    case "number":
      if (condition.value === "") return "-";
      return condition.test === "=" ? condition.value : `${condition.test} ${condition.value}`;
    case "boolean":
      return String(condition.value);
    case "feel":
      return condition.text;
  }
}
