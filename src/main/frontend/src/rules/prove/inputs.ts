import type { Decision } from "../../api/finished";
import type { Inputs, Value } from "../../api/ruleChecks";
import type { Column, Table } from "../../api/ruleTables";

/** What is filled into the form, by the name of the fact; nothing is an empty text. */
export type Filled = Record<string, string>;

/** The fact that a column is worked out from: "time(localTime)" asks localTime. */
export const factOf = ({ expression }: Column): string => /^\w[\w ]*\((\w+)\)$/.exec(expression)?.[1] ?? expression;

/** What the customer wrote; it is asked without capitals and accents. */
export const isCustomersText = ({ expression }: Column): boolean => expression === "text";

function factValue(text: string, { type }: Column): Value {
  if (text === "") return null;
  if (type === "number") return Number(text);
  if (type === "boolean") return text === "true";
  // A time field leaves the seconds out where there are none.
  return type === "time" && text.length === 5 ? `${text}:00` : text;
}

/** What the table is asked, from the form. */
export const inputsOf = (table: Pick<Table, "inputs">, filled: Filled): Inputs =>
  Object.fromEntries(
    table.inputs.map((column) => [factOf(column), factValue(filled[factOf(column)] ?? "", column)] as const),
  );

/** The form from what the table was asked once. */
export const filledOf = (table: Pick<Table, "inputs">, inputs: Inputs): Filled =>
  Object.fromEntries(
    table.inputs.map((column) => {
      const value = inputs[factOf(column)];
      return [factOf(column), value === null || value === undefined ? "" : String(value)] as const;
    }),
  );

/** Of a longer text a decision keeps this many characters. Messages are never longer: tables are asked no more of them. */
const KEPT = 200;
const CUT = "…";
const isCut = (value: Value): value is string =>
  typeof value === "string" && value.endsWith(CUT) && [...value].length === KEPT + 1;

/**
 * The facts of a recorded decision, which has them by the headings of that time's columns; where these are others now, or
 * of several columns, by their places.
 */
export function recordedInputs(table: Pick<Table, "inputs">, decision: Pick<Decision, "inputs">): Inputs {
  const inputs = decision.inputs ?? [];
  const samePlaces = inputs.length === table.inputs.length;
  return Object.fromEntries(
    table.inputs.map((column, place) => {
      const heading = column.recordedAs ?? column.label;
      const named = inputs.filter(({ name }) => name === heading);
      const found = named.length === 1 ? named[0] : samePlaces ? inputs[place] : undefined;
      const value = found?.value ?? null;
      return [factOf(column), isCut(value) ? value.slice(0, -CUT.length) : value] as const;
    }),
  );
}

/** The columns of which not all is known that was asked, so that another answer may come of it. */
export const cutColumns = (decision: Pick<Decision, "inputs">): string[] =>
  (decision.inputs ?? []).filter(({ value }) => isCut(value)).map(({ name }) => name);

/** The conversation that an address or a reference means. */
export function conversationOf(pasted: string): string {
  const text = pasted.trim();
  try {
    return decodeURIComponent(new URL(text).pathname.split("/").filter(Boolean).at(-1) ?? "");
  } catch {
    return text;
  }
}
