import {
  Checkbox,
  CheckboxGroup,
  RadioButton,
  RadioButtonGroup,
  Select,
  SelectItem,
  TextArea,
  TextInput,
} from "@carbon/react";
import { useState } from "react";
import type { Choice } from "../../api/ruleTables";
import { dayName } from "../studio/cellWords";
import { type Condition, WEEKDAYS } from "../studio/condition";
import { useStudio } from "../words";
import type { Way } from "./ways";

type Fields<K extends Condition["kind"]> = {
  condition: Extract<Condition, { kind: K }>;
  onChange: (condition: Condition) => void;
};

type LinesProps = {
  id: string;
  labelText: string;
  helperText?: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
};

/** One entry a line. An empty line that is being typed stays; whatever else the cell says now is shown, as after Undo. */
function Lines({ lines: said, onChange, ...field }: LinesProps) {
  const [typed, setTyped] = useState(() => said.join("\n"));
  const same = JSON.stringify(lines(typed)) === JSON.stringify(said);
  return (
    <TextArea
      rows={4}
      {...field}
      value={same ? typed : said.join("\n")}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(lines(event.target.value));
      }}
    />
  );
}

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

/** Whether its column's input is asked in lower case and without accents, or as it came. */
type Letters = { letters: "folded" | "raw" };

export function WordFields({ condition, onChange, letters }: Fields<"words"> & Letters) {
  const { w } = useStudio();
  return (
    <Lines
      id="helper-words"
      labelText={w("helper.words")}
      helperText={`${w("helper.wordsHelp")} ${w(`helper.words.${letters}`)}`}
      lines={condition.words}
      onChange={(words) => onChange({ ...condition, words })}
    />
  );
}

type ValueFieldsProps = Fields<"values"> & Letters & { choices: readonly Choice[] | null; way: Way };

export function ValueFields({ condition, onChange, choices, way, letters }: ValueFieldsProps) {
  const studio = useStudio();
  const { w } = studio;
  const days = way === "days" || way === "daysNot";
  if (choices === null && !days)
    return (
      <Lines
        id="helper-values"
        labelText={w("helper.valuesText")}
        helperText={w(`helper.values.${letters}`)}
        lines={condition.values}
        onChange={(values) => onChange({ ...condition, values })}
      />
    );
  const offered = days ? WEEKDAYS.map((day) => ({ value: day, label: dayName(day, studio) })) : (choices ?? []);
  const unknown = condition.values.filter((value) => !offered.some((choice) => choice.value === value));
  const all = [...offered, ...unknown.map((value) => ({ value, label: w("helper.unknown", { value }) }))];
  return (
    <CheckboxGroup legendText={w(`helper.${way}` as "helper.values")} className="helper__choices">
      {all.map(({ value, label }) => (
        <Checkbox
          key={value}
          id={`helper-value-${value}`}
          labelText={label}
          checked={condition.values.includes(value)}
          onChange={(_, { checked }) =>
            onChange({
              ...condition,
              values: all
                .map((choice) => choice.value)
                .filter((one) => (one === value ? checked : condition.values.includes(one))),
            })
          }
        />
      ))}
    </CheckboxGroup>
  );
}

export function HourFields({ condition, onChange }: Fields<"hours">) {
  const { w } = useStudio();
  const { from, to } = condition;
  return (
    <div className="helper__pair">
      <TextInput
        id="helper-from"
        type="time"
        labelText={w("helper.from")}
        value={from}
        onChange={(event) => onChange({ ...condition, from: event.target.value })}
      />
      <TextInput
        id="helper-to"
        type="time"
        labelText={w("helper.to")}
        value={to}
        {...(from !== "" && to !== "" && to < from && { helperText: w("helper.overnight", { from, to }) })}
        onChange={(event) => onChange({ ...condition, to: event.target.value })}
      />
    </div>
  );
}

export function DateFields({ condition, onChange }: Fields<"dates">) {
  const { w } = useStudio();
  return (
    <div className="helper__pair">
      <TextInput
        id="helper-first-day"
        type="date"
        labelText={w("helper.fromDay")}
        value={condition.from}
        onChange={(event) => onChange({ ...condition, from: event.target.value })}
      />
      <TextInput
        id="helper-last-day"
        type="date"
        labelText={w("helper.toDay")}
        min={condition.from}
        value={condition.to}
        onChange={(event) => onChange({ ...condition, to: event.target.value })}
      />
    </div>
  );
}

const TESTS = ["<", "<=", ">", ">=", "="] as const;

export function NumberFields({ condition, onChange }: Fields<"number">) {
  const { w } = useStudio();
  return (
    <div className="helper__pair">
      <Select
        id="helper-test"
        labelText={w("helper.test")}
        value={condition.test}
        onChange={(event) => onChange({ ...condition, test: event.target.value as "<" })}
      >
        {TESTS.map((test) => (
          <SelectItem key={test} value={test} text={w(`test.${test}`)} />
        ))}
      </Select>
      <TextInput
        id="helper-number"
        type="number"
        labelText={w("helper.value")}
        value={condition.value}
        onChange={(event) => onChange({ ...condition, value: event.target.value })}
      />
    </div>
  );
}

export function BooleanFields({ condition, onChange }: Fields<"boolean">) {
  const { w } = useStudio();
  return (
    <RadioButtonGroup
      name="helper-boolean"
      legendText={w("helper.boolean")}
      valueSelected={String(condition.value)}
      onChange={(value) => onChange({ kind: "boolean", value: value === "true" })}
    >
      <RadioButton id="helper-yes" value="true" labelText={w("helper.yes")} />
      <RadioButton id="helper-no" value="false" labelText={w("helper.no")} />
    </RadioButtonGroup>
  );
}
