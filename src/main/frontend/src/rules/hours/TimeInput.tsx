import { TimePicker } from "@carbon/react";
import { useState } from "react";
import { useStudio } from "../words";
import { clock, minuteOf } from "./segments";

type TimeInputProps = {
  id: string;
  label: string;
  minute: number | null;
  /** Null while what is typed is no time. */
  onChange: (minute: number | null) => void;
};

/** A time of day, typed as people type it. */
export function TimeInput({ id, label, minute, onChange }: TimeInputProps) {
  const { w } = useStudio();
  const [text, setText] = useState(minute === null ? "" : clock(minute));
  return (
    <TimePicker
      id={id}
      className="hours__time"
      labelText={label}
      placeholder="09:30"
      pattern=".*"
      maxLength={5}
      inputMode="numeric"
      value={text}
      invalid={text !== "" && minuteOf(text) === null}
      invalidText={w("hours.badTime")}
      onChange={(event) => {
        setText(event.target.value);
        onChange(minuteOf(event.target.value));
      }}
      onBlur={() => {
        const typed = minuteOf(text);
        if (typed !== null) setText(clock(typed));
      }}
    />
  );
}
