import type { Column, Table } from "../../api/ruleTables";
import { STUDIO_WORDS, type Studio } from "../words";
import { dateWords, dayName, namingOf } from "./cellWords";

type Recorded = { name: string; value: unknown };
type Heading = Pick<Column, "label" | "expression">;
const ENGLISH: Readonly<Record<string, string>> = STUDIO_WORDS.en;
/** What `time(localTime)` is about. */
const factIn = (expression: string) => /\((\w+)\)$/.exec(expression)?.[1] ?? expression;

/** A column's heading in the reader's language; one that people have given it themselves stays. */
export function headingOf({ label, expression }: Heading, { known }: Pick<Studio, "known">): string {
  const key = `column.${factIn(expression)}`;
  return label === ENGLISH[key] ? (known(key) ?? label) : label;
}

/** A value of a fact that the tables which come with Pupitre have words for. */
const knownValue = (fact: string, value: string, studio: Studio) =>
  fact === "weekday" ? dayName(value, studio) : studio.known(`value.${fact}.${value}`);

const yesOrNo = (value: boolean, { w }: Studio) => w(value ? "cell.yes" : "cell.no");

function valueWords(column: Column, { value, label }: { value: string; label: string }, studio: Studio) {
  if (label !== value) return label;
  return knownValue(column.expression, value, studio) ?? label;
}

/** A table with its headings, and the values that its cells may name, in the reader's language. */
export function localised<T extends Pick<Table, "inputs" | "outputs">>(table: T, studio: Studio): T {
  const local = (column: Column): Column => ({
    ...column,
    label: headingOf(column, studio),
    recordedAs: column.recordedAs ?? column.label,
    choices:
      column.choices?.map((choice) => ({ value: choice.value, label: valueWords(column, choice, studio) })) ?? null,
  });
  return { ...table, inputs: table.inputs.map(local), outputs: table.outputs.map(local) };
}

/** What a table was asked once, as people say it: the heading, and names instead of ids. */
export function factWords(
  table: Pick<Table, "inputs"> | undefined,
  { name, value }: { name: string; value: string | number | boolean | null },
  studio: Studio,
): { heading: string; value: string } {
  const column = table?.inputs.find(({ label, recordedAs }) => (recordedAs ?? label) === name);
  const text = String(value);
  if (column === undefined) return { heading: name, value: text };
  const words =
    column.type === "date" && /^\d{4}-\d\d-\d\d$/.test(text)
      ? dateWords(text, studio)
      : typeof value === "boolean"
        ? yesOrNo(value, studio)
        : typeof value === "number" && !Number.isInteger(value)
          ? new Intl.NumberFormat(studio.formats.locale, { maximumFractionDigits: 2 }).format(value)
          : namingOf(column.choices)(text);
  return { heading: column.label, value: words };
}

/** What a decision recorded, in the words of the tables that come with Pupitre, for who may not read the tables. */
export function recordedWords({ name, value }: Recorded, studio: Studio): { heading: string; value: string } {
  const known = Object.keys(ENGLISH).find((key) => key.startsWith("column.") && ENGLISH[key] === name);
  const fact = known?.slice("column.".length) ?? name;
  const text = String(value);
  const words = typeof value === "boolean" ? yesOrNo(value, studio) : knownValue(fact, text, studio);
  return { heading: studio.known(`column.${fact}`) ?? name, value: words ?? text };
}
