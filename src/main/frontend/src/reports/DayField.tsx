import { TextInput } from "@carbon/react";
import { useState } from "react";
import { isDay } from "./period";

type DayFieldProps = {
  id: string;
  label: string;
  value: string;
  min?: string;
  max?: string;
  choose: (day: string) => void;
};

/** The browser's own field for a day; what is not one yet, as while its year is typed, is shown and not asked for. */
export function DayField({ id, label, value, min, max, choose }: DayFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      id={id}
      type="date"
      labelText={label}
      value={typed ?? value}
      min={min}
      max={max}
      onChange={({ target }) => {
        const day = target.value;
        const fits = isDay(day) && (min === undefined || day >= min) && (max === undefined || day <= max);
        setTyped(fits ? undefined : day);
        if (fits) choose(day);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
