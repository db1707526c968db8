import { Select, SelectItem, TextInput } from "@carbon/react";
import { useEffect, useRef, useState } from "react";
import type { CustomerField } from "../../api/customers";
import { useI18n } from "../../i18n/i18n";

type FieldValueProps = { field: CustomerField; value: string; onChange: (value: string) => void };

const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

/** One field of the customer: kept as soon as one leaves it, or chooses. */
export function FieldValue({ field, value, onChange }: FieldValueProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  // A colleague's change does not take away what is being typed.
  useEffect(() => {
    if (document.activeElement !== box.current) setTyped(value);
  }, [value]);
  const id = `field-${field.id}`;
  const text = typed.trim();
  const wrong = field.kind === "NUMBER" && text !== "" && !NUMBER.test(text);
  const keep = () => {
    const kept = field.kind === "NUMBER" ? text.replace(",", ".") : text;
    if (!wrong && kept !== value) onChange(kept);
  };
  if (field.kind === "CHOICE")
    return (
      <Select
        id={id}
        size="sm"
        className="customer-field"
        labelText={field.name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <SelectItem value="" text="–" />
        {value !== "" && !field.choices.includes(value) && <SelectItem value={value} text={value} />}
        {field.choices.map((choice) => (
          <SelectItem key={choice} value={choice} text={choice} />
        ))}
      </Select>
    );
  return (
    <TextInput
      ref={box}
      id={id}
      size="sm"
      className="customer-field"
      type={field.kind === "DATE" ? "date" : "text"}
      inputMode={field.kind === "NUMBER" ? "decimal" : undefined}
      maxLength={500}
      labelText={field.name}
      value={typed}
      invalid={wrong}
      invalidText={t("fields.noNumber")}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep();
        if (event.key === "Escape") setTyped(value);
      }}
    />
  );
}
