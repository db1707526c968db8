import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { dayName } from "../studio/cellWords";
import { WEEKDAYS } from "../studio/condition";
import { useStudio } from "../words";
import { Block, KEYS_HELP } from "./Block";
import { CopyDialog } from "./CopyDialog";
import { type DayAct, DayMenu } from "./DayMenu";
import { dragged, pressed } from "./drag";
import { hoursWords, rangeWords } from "./hoursWords";
import { RangeDialog } from "./RangeDialog";
import { clock, DAY } from "./segments";
import { useDrag } from "./useDrag";
import { closedOn, copied, DAYS, openAllDay, type Range, rangesOn, type Week, withoutRange, withRange } from "./week";

type Asked = { kind: "range"; range: Range; isNew: boolean } | { kind: "copy"; day: number };
type WeekGridProps = { week: Week; onChange: (week: Week) => void };

const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24];
const isSame = (one: Range, other: Range) => one.day === other.day && one.from === other.from && one.to === other.to;
const rests = (ranges: readonly Range[], day: number) =>
  ranges.filter((range) => range.to > DAY && (range.day + 1) % 7 === day);

/** The hours of a week, to be drawn. */
export function WeekGrid({ week, onChange }: WeekGridProps) {
  const studio = useStudio();
  const { w } = studio;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [told, setTold] = useState("");
  const grid = useRef<HTMLElement>(null);
  const focus = useRef<Range | null>(null);
  const name = (day: number) => dayName(WEEKDAYS[day] ?? "", studio);

  function put(before: Range | null, after: Range) {
    onChange(withRange(before === null ? week : withoutRange(week, before), after));
    focus.current = after;
    setTold(w("hours.block", { day: name(after.day), range: rangeWords(after, studio) }));
  }
  function remove(range: Range) {
    onChange(withoutRange(week, range));
    focus.current = range;
    setTold(w("hours.removed", { range: rangeWords(range, studio) }));
  }
  const { days, drag, hold, wasDrag, minuteAt } = useDrag({ onDone: put });

  // Whoever moves a stretch by keys goes on with the same one, wherever it is now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it has its new place when the week is another one
  useEffect(() => {
    const wanted = focus.current;
    focus.current = null;
    if (wanted === null) return;
    const blocks = grid.current?.querySelectorAll<HTMLElement>(`[data-day="${wanted.day}"][data-rest="false"]`) ?? [];
    const own = [...blocks].find((block) => block.dataset.from === clock(wanted.from)) ?? blocks[0];
    const menu = grid.current?.querySelectorAll<HTMLElement>(".week__head button")[wanted.day];
    (own ?? menu)?.focus();
  }, [week]);

  function onKey(event: KeyboardEvent, range: Range) {
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      remove(range);
      return;
    }
    const after = pressed(range, event);
    if (after === null) return;
    event.preventDefault();
    if (!isSame(after, range)) put(range, after);
  }
  function act(day: number, what: DayAct) {
    if (what === "add") setAsked({ kind: "range", range: { day, from: 9 * 60, to: 18 * 60 }, isNew: true });
    else if (what === "copy") setAsked({ kind: "copy", day });
    else onChange(what === "makeAllDay" ? openAllDay(week, day) : closedOn(week, day));
  }

  const held = drag === null ? null : dragged(drag);
  const ranges = DAYS.flatMap((day) => rangesOn(week, day));
  const block = (range: Range, isRest: boolean) => (
    <Block
      key={isRest ? "rest" : `${range.day} ${ranges.filter(({ day }) => day === range.day).indexOf(range)}`}
      range={range}
      isRest={isRest}
      isAway={drag?.range != null && isSame(drag.range, range)}
      onHold={(event, grip) => hold(event, grip, range)}
      onOpen={() => !wasDrag() && setAsked({ kind: "range", range, isNew: false })}
      onKey={(event) => onKey(event, range)}
    />
  );
  const heldPart = (day: number) =>
    held !== null &&
    (held.day === day || (held.to > DAY && (held.day + 1) % 7 === day)) && (
      <Block
        key="held"
        range={held}
        isRest={held.day !== day}
        isHeld
        onHold={() => {}}
        onOpen={() => {}}
        onKey={() => {}}
      />
    );

  return (
    <section ref={grid} className="week" aria-label={w("hours.week")} data-testid="week">
      <p id={KEYS_HELP} className="visually-hidden">
        {w("hours.keys")}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {told}
      </p>
      <div className="week__scale" aria-hidden="true">
        {HOURS.map((hour) => (
          <span key={hour} className="week__hour" style={{ insetBlockStart: `${(hour / 24) * 100}%` }}>
            {clock(hour * 60)}
          </span>
        ))}
      </div>
      {DAYS.map((day) => (
        <section key={day} className="week__column" aria-label={`${name(day)}: ${hoursWords(week[day] ?? [], studio)}`}>
          <header className="week__head">
            <span className="week__name">{name(day)}</span>
            <span className="week__short" aria-hidden="true">
              {name(day).slice(0, 3)}
            </span>
            <DayMenu name={name(day)} flipped={day > 3} onAct={(what) => act(day, what)} />
          </header>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the menu of the day does the same by keys */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the menu of the day does the same by keys */}
          <div
            ref={(element) => {
              days.current[day] = element;
            }}
            className="week__day"
            onPointerDown={(event) => hold(event, "free", null)}
            onClick={(event) => {
              const spot = minuteAt(event);
              if (wasDrag() || spot === null) return;
              const from = Math.min(Math.floor(spot.minute / 60), 23) * 60;
              setAsked({ kind: "range", range: { day, from, to: from + 60 }, isNew: true });
            }}
            data-testid="week-day"
          >
            {rests(ranges, day).map((range) => block(range, true))}
            {ranges.filter((range) => range.day === day).map((range) => block(range, false))}
            {heldPart(day)}
            {(week[day] ?? []).length === 0 && held?.day !== day && (
              <span className="week__closed">{w("hours.closed")}</span>
            )}
          </div>
        </section>
      ))}
      {asked?.kind === "range" && (
        <RangeDialog
          range={asked.range}
          isNew={asked.isNew}
          onSave={(range) => {
            put(asked.isNew ? null : asked.range, range);
            setAsked(null);
          }}
          onRemove={() => {
            remove(asked.range);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.kind === "copy" && (
        <CopyDialog
          day={asked.day}
          onCopy={(to) => {
            onChange(copied(week, asked.day, to));
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
