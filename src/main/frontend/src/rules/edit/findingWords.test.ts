import { expect, it } from "vitest";
import type { Finding } from "../../api/ruleChecks";
import { i18nOf } from "../../i18n/i18n";
import { studioOf } from "../words";
import { findingWords } from "./findingWords";

const unread = (params: Finding["params"]): Finding => ({
  severity: "error",
  code: "FEEL",
  row: 1,
  column: 1,
  line: 1,
  message: "Expected …",
  params: { message: "Expected …", ...params },
});

it.each([
  ["en", { at: 5, near: "or b" }, "This cannot be read at character 5, near “or b”. In detail: Expected …"],
  ["fr", { at: 5, near: "or b" }, "Illisible au caractère 5, près de «\u00a0or b\u00a0». En détail\u00a0: Expected …"],
  ["fr", { at: 9, near: "" }, "Illisible\u00a0: il manque quelque chose à la fin, à partir du caractère 9."],
  ["en", {}, "This is no FEEL: Expected …"],
] as const)("says first in the reader's language where a cell cannot be read: %s", (language, params, words) => {
  expect(findingWords(unread(params as Finding["params"]), studioOf(i18nOf(language)))).toContain(words);
});

it.each([
  ["en", "number", "A number belongs here, such as 50, and not “high”."],
  ["fr", "boolean", "Oui (true) ou non (false) est attendu ici, et non «\u00a0high\u00a0»."],
  ["en", "date", "“high” is no value of this column (date)."],
] as const)("says what belongs into a cell instead: %s, %s", (language, expected, words) => {
  const finding = { ...unread({ expected, value: "high" }), code: "WRONG_TYPE" };
  expect(findingWords(finding, studioOf(i18nOf(language)))).toBe(words);
});
