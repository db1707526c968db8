import { Select, SelectItem, TextArea, TextInput } from "@carbon/react";
import type { Column } from "../../api/ruleTables";
import { quoted, readCell } from "../studio/condition";
import { useStudio } from "../words";

type OutputFieldsProps = { column: Column; text: string; onWrite: (text: string) => void };

const isNothing = (text: string) => text.trim() === "" || text.trim() === "null";

/** What a row says in one column: a text, a number, yes or no, or one of what there is. */
export function OutputFields({ column, text, onWrite }: OutputFieldsProps) {
  const { w } = useStudio();
  const condition = readCell(text);
  if (column.type === "boolean") {
    return (
      <Select
        id="output-boolean"
        labelText={w("helper.value")}
        value={isNothing(text) ? "null" : text}
        onChange={(event) => onWrite(event.target.value)}
      >
        <SelectItem value="true" text={w("helper.yes")} />
        <SelectItem value="false" text={w("helper.no")} />
        <SelectItem value="null" text={w("helper.nothing")} />
      </Select>
    );
  }
  if (column.type === "number") {
    return (
      <TextInput
        id="output-number"
        type="number"
        labelText={w("helper.value")}
        value={condition.kind === "number" && condition.test === "=" ? condition.value : ""}
        onChange={(event) => onWrite(event.target.value === "" ? "null" : event.target.value)}
      />
    );
  }
  const value = condition.kind === "values" && condition.values.length === 1 ? (condition.values[0] ?? "") : "";
  const free = condition.kind !== "values" && !isNothing(text);
  if (free) return null;
  if (column.choices === null) {
    return (
      <TextArea
        id="output-text"
        rows={3}
        labelText={w("helper.value")}
        value={value}
        onChange={(event) => onWrite(event.target.value === "" ? "null" : quoted(event.target.value))}
      />
    );
  }
  const known = value === "" || column.choices.some((choice) => choice.value === value);
  return (
    <Select
      id="output-choice"
      labelText={w("helper.value")}
      value={value}
      onChange={(event) => onWrite(event.target.value === "" ? "null" : quoted(event.target.value))}
    >
      <SelectItem value="" text={w("helper.nothing")} />
      {column.choices.map((choice) => (
        <SelectItem key={choice.value} value={choice.value} text={choice.label} />
      ))}
      {!known && <SelectItem value={value} text={w("helper.unknown", { value })} />}
    </Select>
  );
}
