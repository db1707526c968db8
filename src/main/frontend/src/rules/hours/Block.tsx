import type { KeyboardEvent, PointerEvent } from "react";
import { dayName } from "../studio/cellWords";
import { WEEKDAYS } from "../studio/condition";
import { useStudio } from "../words";
import type { Grip } from "./drag";
import { rangeWords } from "./hoursWords";
import { clock, DAY } from "./segments";
import type { Range } from "./week";

const KEYS_HELP = "hours-keys";

type BlockProps = {
  range: Range;
  /** Of two parts, the one after midnight. */
  isRest?: boolean;
  /** Whether it is where the hand is, or where it was taken from. */
  isHeld?: boolean;
  isAway?: boolean;
  onHold: (event: PointerEvent, grip: Grip) => void;
  onOpen: () => void;
  onKey: (event: KeyboardEvent) => void;
};

const percent = (minutes: number) => `${(minutes / DAY) * 100}%`;

/** A stretch on the day on which it begins, or the rest of it on the next one. */
export function Block({ range, isRest = false, isHeld = false, isAway = false, onHold, onOpen, onKey }: BlockProps) {
  const studio = useStudio();
  const { w } = studio;
  const goesOn = range.to > DAY;
  const [from, to] = isRest ? [0, range.to - DAY] : [range.from, Math.min(range.to, DAY)];
  const words = rangeWords(range, studio);
  const classes = [
    "block",
    isRest && "block--rest",
    goesOn && !isRest && "block--on",
    isHeld && "block--held",
    isAway && "block--away",
  ];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(" ")}
      style={{ insetBlockStart: percent(from), blockSize: percent(to - from) }}
      aria-label={w("hours.block", { day: dayName(WEEKDAYS[range.day] ?? "", studio), range: words })}
      aria-describedby={KEYS_HELP}
      aria-haspopup="dialog"
      // The rest is the same stretch: one stop for keys and screen readers is enough.
      {...((isRest || isHeld) && { tabIndex: -1, "aria-hidden": true })}
      onPointerDown={(event) => onHold(event, "whole")}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
      onKeyDown={onKey}
      data-testid="block"
      data-day={range.day}
      data-from={clock(range.from)}
      data-to={clock(goesOn ? range.to - DAY : range.to)}
      data-rest={isRest}
    >
      {!isRest && <span className="block__grip block__grip--from" onPointerDown={(event) => onHold(event, "from")} />}
      <span className="block__words" aria-hidden="true">
        {isRest ? (
          w("hours.continues", { to: clock(to) })
        ) : from === 0 && to === DAY ? (
          words
        ) : (
          <>
            {clock(from)}
            <span className="block__dash">–</span>
            {clock(goesOn ? range.to - DAY : to)}
          </>
        )}
      </span>
      {(isRest || !goesOn) && (
        <span className="block__grip block__grip--to" onPointerDown={(event) => onHold(event, "to")} />
      )}
    </button>
  );
}

export { KEYS_HELP };
