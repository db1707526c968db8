import type { Column } from "../../api/ruleTables";
import { type Condition, readCell, WEEKDAYS } from "../studio/condition";
import { folded } from "../studio/folded";

/** How a helper can say what a cell asks. */
export const WAYS = [
  "any",
  "values",
  "not",
  "contains",
  "containsNot",
  "days",
  "daysNot",
  "hours",
  "dates",
  "number",
  "boolean",
  "feel",
] as const;
export type Way = (typeof WAYS)[number];

/** The one input that is asked in lower case and without accents. */
const isFolded = ({ expression }: Column) => expression === "text";

/** What is said as its column's input is asked: other capitals would never match. */
export function asAsked(condition: Condition, column: Column): Condition {
  switch (condition.kind) {
    case "words":
      return { ...condition, raw: !isFolded(column) };
    case "values":
      return isFolded(column) ? { ...condition, values: condition.values.map(folded) } : condition;
    default:
      return condition;
  }
}

/** What its helper says beside the words or values of a column. */
export const letterHelp = (column: Column) => (isFolded(column) ? "folded" : "raw");

const isWeekday = ({ expression }: Column) => expression === "weekday";

/** The ways that a column's cells can be said in. */
export function waysOf(column: Column): Way[] {
  switch (column.type) {
    case "boolean":
      return ["any", "boolean", "feel"];
    case "number":
      return ["any", "number", "feel"];
    case "time":
      return ["any", "hours", "feel"];
    case "date":
      return ["any", "dates", "feel"];
    default:
      if (isWeekday(column)) return ["any", "days", "daysNot", "feel"];
      if (column.choices !== null) return ["any", "values", "not", "feel"];
      return isFolded(column)
        ? ["any", "contains", "containsNot", "values", "not", "feel"]
        : ["any", "values", "not", "contains", "containsNot", "feel"];
  }
}

function way(condition: Condition, column: Column): Way {
  switch (condition.kind) {
    case "values": {
      const days = isWeekday(column) && condition.values.every((value) => WEEKDAYS.some((day) => day === value));
      return days ? (condition.not ? "daysNot" : "days") : condition.not ? "not" : "values";
    }
    case "words":
      return condition.not ? "containsNot" : "contains";
    default:
      return condition.kind;
  }
}

/** In which way a cell is said; as FEEL where its column's helper has no words for it. */
export function wayOf(cell: string, column: Column): Way {
  const found = way(readCell(cell), column);
  return waysOf(column).includes(found) ? found : "feel";
}

/** What another way begins with; what was said before is kept where it can be said so, too. */
export function begin(chosen: Way, before: Condition): Condition {
  switch (chosen) {
    case "any":
      return { kind: "any" };
    case "values":
    case "not":
    case "days":
    case "daysNot":
      return {
        kind: "values",
        values: before.kind === "values" ? before.values : [],
        not: chosen === "not" || chosen === "daysNot",
      };
    case "contains":
    case "containsNot":
      return {
        kind: "words",
        words: before.kind === "words" ? before.words : before.kind === "values" ? before.values : [],
        not: chosen === "containsNot",
        raw: before.kind === "words" && before.raw,
      };
    case "hours":
      return before.kind === "hours" ? before : { kind: "hours", from: "", to: "" };
    case "dates":
      return before.kind === "dates" ? before : { kind: "dates", from: "", to: "" };
    case "number":
      return before.kind === "number" ? before : { kind: "number", test: "<", value: "" };
    case "boolean":
      return before.kind === "boolean" ? before : { kind: "boolean", value: true };
    case "feel":
      return { kind: "feel", text: "" };
  }
}
