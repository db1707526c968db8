import { Select, SelectItem, TextArea, TextInput } from "@carbon/react";
import type { Column, Table } from "../../api/ruleTables";
import { dayName } from "../studio/cellWords";
import { WEEKDAYS } from "../studio/condition";
import { type Studio, useStudio } from "../words";
import { type Filled, factOf, isCustomersText } from "./inputs";

type InputFormProps = {
  table: Table;
  filled: Filled;
  onChange: (filled: Filled) => void;
  /** By which its fields are told from those of another one on the screen. */
  prefix?: string;
};

function choicesOf(column: Column, studio: Studio) {
  const { w } = studio;
  if (column.expression === "weekday") return WEEKDAYS.map((day) => ({ value: day, label: dayName(day, studio) }));
  if (column.choices !== null) return column.choices;
  if (column.type === "boolean")
    return [
      { value: "true", label: w("helper.yes") },
      { value: "false", label: w("helper.no") },
    ];
  return null;
}

/** What the table is asked, one field for each of its inputs. */
export function InputForm({ table, filled, onChange, prefix = "try" }: InputFormProps) {
  return (
    <div className="try__fields">
      {table.inputs.map((column) => {
        const fact = factOf(column);
        return (
          <Field
            key={fact}
            id={`${prefix}-${fact}`}
            column={column}
            value={filled[fact] ?? ""}
            onChange={(value) => onChange({ ...filled, [fact]: value })}
          />
        );
      })}
    </div>
  );
}

type FieldProps = { id: string; column: Column; value: string; onChange: (value: string) => void };

function Field({ id, column, value, onChange }: FieldProps) {
  const studio = useStudio();
  const { w } = studio;
  const choices = choicesOf(column, studio);
  if (choices !== null) {
    const known = value === "" || choices.some((choice) => choice.value === value);
    return (
      <Select
        id={id}
        size="md"
        labelText={column.label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <SelectItem value="" text={w("helper.nothing")} />
        {choices.map((choice) => (
          <SelectItem key={choice.value} value={choice.value} text={choice.label} />
        ))}
        {!known && <SelectItem value={value} text={w("helper.unknown", { value })} />}
      </Select>
    );
  }
  if (isCustomersText(column))
    return (
      <TextArea
        id={id}
        rows={2}
        className="try__wide"
        labelText={column.label}
        helperText={w("try.textHelp")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  const type = { number: "number", date: "date", time: "time" }[column.type as "number"] ?? "text";
  return (
    <TextInput
      id={id}
      size="md"
      type={type}
      labelText={column.label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
