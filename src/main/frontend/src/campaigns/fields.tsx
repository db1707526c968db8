import { Select, SelectItem, TextInput, Toggle } from "@carbon/react";
import { useEffect, useState } from "react";
import { useI18n } from "../i18n/i18n";
import type { WordKey } from "../i18n/words";
import { numberIn, spanOf } from "./draft";
import { useForm } from "./form";

type NumberFieldProps = {
  field: string;
  label: WordKey;
  help?: WordKey;
  value: number;
  min?: number;
  max: number;
  step?: number;
  seconds?: boolean;
  onChange: (value: number) => void;
};

/** A number within bounds; what is none stays on screen until it is put right, and is NaN until then. */
export function NumberField({ field, label, help, value, min = 0, max, step = 1, ...props }: NumberFieldProps) {
  const { t } = useI18n();
  const { fault } = useForm();
  const [text, setText] = useState(Number.isNaN(value) ? "" : String(value));
  useEffect(() => {
    if (Number.isNaN(value)) return;
    setText((shown) => (Number(shown.replace(",", ".")) === value && shown.trim() !== "" ? shown : String(value)));
  }, [value]);
  const bad = numberIn(text, min, max, step) === null;
  const span = props.seconds && value > 0 ? spanOf(value) : "";
  const helper = props.seconds ? [t("field.seconds"), span].filter(Boolean).join(" · ") : help && t(help);
  return (
    <TextInput
      id={field}
      size="md"
      className="campaign__number"
      inputMode={step < 1 ? "decimal" : "numeric"}
      labelText={t(label)}
      {...(helper !== undefined && { helperText: helper })}
      value={text}
      invalid={bad || fault(field) !== undefined}
      invalidText={bad ? t("field.number", { min, max }) : fault(field)}
      onChange={(event) => {
        setText(event.target.value);
        props.onChange(numberIn(event.target.value, min, max, step) ?? Number.NaN);
      }}
    />
  );
}

type ChoiceFieldProps<T extends string> = {
  field: string;
  label: WordKey;
  help?: WordKey;
  value: T;
  choices: readonly T[];
  words: (choice: T) => string;
  onChange: (value: T) => void;
};

/** One of a few. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { t } = useI18n();
  const { fault } = useForm();
  const { field, label, help, value, choices, words } = props;
  return (
    <Select
      id={field}
      size="md"
      labelText={t(label)}
      {...(help !== undefined && { helperText: t(help) })}
      value={value}
      invalid={fault(field) !== undefined}
      invalidText={fault(field)}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice === event.target.value);
        if (chosen !== undefined) props.onChange(chosen);
      }}
    >
      {choices.map((choice) => (
        <SelectItem key={choice} value={choice} text={words(choice)} />
      ))}
    </Select>
  );
}

type SwitchFieldProps = { field: string; label: WordKey; on: boolean; onChange: (on: boolean) => void };

/** Something that is done or not. */
export function SwitchField({ field, label, on, onChange }: SwitchFieldProps) {
  const { t } = useI18n();
  const { fault } = useForm();
  const wrong = fault(field);
  return (
    <>
      <Toggle
        id={field}
        size="sm"
        labelText={t(label)}
        labelA={t("field.off")}
        labelB={t("field.on")}
        toggled={on}
        onToggle={onChange}
      />
      {wrong !== undefined && (
        <p className="panel__help" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}

type WordsFieldProps = { field: string; label: string; help?: string; words: string[]; onText: (text: string) => void };

/** Words with commas between them. */
export function WordsField({ field, label, help, words, onText }: WordsFieldProps) {
  const { fault } = useForm();
  const [text, setText] = useState(words.join(", "));
  return (
    <TextInput
      id={field}
      size="md"
      labelText={label}
      {...(help !== undefined && { helperText: help })}
      value={text}
      invalid={fault(field) !== undefined}
      invalidText={fault(field)}
      onChange={(event) => {
        setText(event.target.value);
        onText(event.target.value);
      }}
    />
  );
}
