import { OverflowMenu, OverflowMenuItem } from "@carbon/react";
import { useStudio } from "../words";

export type DayAct = "add" | "makeAllDay" | "makeClosed" | "copy";
const ACTS: readonly DayAct[] = ["add", "makeAllDay", "makeClosed", "copy"];

type DayMenuProps = { name: string; flipped: boolean; onAct: (act: DayAct) => void };

/** What can be done with a day as a whole. */
export function DayMenu({ name, flipped, onAct }: DayMenuProps) {
  const { w } = useStudio();
  const label = w("hours.menu", { day: name });
  return (
    <OverflowMenu size="sm" flipped={flipped} aria-label={label} iconDescription={label} data-testid="day-menu">
      {ACTS.map((act) => (
        <OverflowMenuItem
          key={act}
          hasDivider={act === "copy"}
          itemText={w(`hours.${act}`)}
          onClick={() => onAct(act)}
          data-testid={`day-${act}`}
        />
      ))}
    </OverflowMenu>
  );
}
