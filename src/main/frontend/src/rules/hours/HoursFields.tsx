import { Add, TrashCan } from "@carbon/icons-react";
import { Button, IconButton } from "@carbon/react";
import { useState } from "react";
import { useStudio } from "../words";
import { clock } from "./segments";
import { TimeInput } from "./TimeInput";

/** What is typed; null where that is no time. */
export type Hours = { from: number | null; to: number | null };

type HoursFieldsProps = { hours: readonly Hours[]; isBad: boolean; onChange: (hours: readonly Hours[]) => void };

/** The hours of a day, one line each. */
export function HoursFields({ hours, isBad, onChange }: HoursFieldsProps) {
  const { w } = useStudio();
  // Lines are told apart by when they were made, as their times change.
  const [keys, setKeys] = useState(() => hours.map((_, at) => at));
  return (
    <div className="hours__lines">
      {hours.map(({ from, to }, at) => (
        <div key={keys[at]} className="hours__line">
          <TimeInput
            id={`exception-from-${at}`}
            label={w("hours.from")}
            minute={from}
            onChange={(minute) => onChange(hours.with(at, { from: minute, to }))}
          />
          <TimeInput
            id={`exception-to-${at}`}
            label={w("hours.to")}
            minute={to}
            onChange={(minute) => onChange(hours.with(at, { from, to: minute }))}
          />
          {hours.length > 1 && (
            <IconButton
              kind="ghost"
              size="md"
              label={w("exceptions.removeHours", { from: from === null ? "" : clock(from) })}
              onClick={() => {
                setKeys(keys.toSpliced(at, 1));
                onChange(hours.toSpliced(at, 1));
              }}
            >
              <TrashCan size={16} />
            </IconButton>
          )}
        </div>
      ))}
      {isBad && <p className="dialog__fault">{w("exceptions.badHours")}</p>}
      <Button
        kind="ghost"
        size="sm"
        renderIcon={Add}
        onClick={() => {
          setKeys([...keys, Math.max(...keys) + 1]);
          onChange([...hours, { from: null, to: null }]);
        }}
      >
        {w("exceptions.addHours")}
      </Button>
    </div>
  );
}
