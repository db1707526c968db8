import { Select, SelectItem } from "@carbon/react";
import { type KeyboardEvent, type RefObject, useMemo, useState } from "react";
import type { ScheduleOf, Table } from "../../api/ruleTables";
import type { EditorHandle } from "../edit/RowsEditor";
import { type DmnRow, readDmn } from "../studio/dmn";
import { useStudio } from "../words";
import { ClosingTexts } from "./ClosingTexts";
import { closingsOf } from "./closing";
import { ExceptionList } from "./ExceptionList";
import { withException, withoutException } from "./exceptionRows";
import { type Columns, schedulesOf } from "./readRows";
import { hoursOf } from "./rowsToWeek";
import { ScheduleUse } from "./ScheduleUse";
import { isWholeDay } from "./segments";
import { UnshownRows } from "./UnshownRows";
import { WeekGrid } from "./WeekGrid";
import { CLOSED, isSameWeek, type Week } from "./week";
import { weekToRows } from "./weekToRows";
import "../../styles/hours.scss";

type WeekViewProps = {
  rows: readonly DmnRow[];
  columns: Columns;
  table: Table;
  /** The schedule that was chosen before, perhaps when the week was shown last. */
  chosen: string | undefined;
  onChoose: (schedule: string) => void;
  editor: RefObject<EditorHandle | null>;
  onRow: (row: number, column: number) => void;
};

/** The one to begin with: of those that campaigns in use ask for, and of these one that is not open round the clock. */
function usualOf(named: readonly string[], asked: readonly ScheduleOf[], isAlwaysOpen: (one: string) => boolean) {
  const used = named.filter((one) => asked.some(({ schedule, enabled }) => enabled && schedule === one));
  const among = used.length > 0 ? used : named;
  return among.find((one) => !isAlwaysOpen(one)) ?? among[0];
}

/** The texts that a schedule tells in the table in effect, where its week is another one than is drawn. */
function textsOf(rows: readonly DmnRow[], columns: Columns, schedule: string, week: Week): string[] {
  const before = hoursOf(rows, columns, schedule);
  if (isSameWeek(before.week, week)) return [];
  return closingsOf(rows, columns, before.rules).flatMap(({ message }) => message ?? []);
}

/** The rows of the table of business hours as a week that is drawn, for those who do not read FEEL. */
export default function WeekView({ rows, columns, table, chosen, onChoose, editor, onRow }: WeekViewProps) {
  const { w } = useStudio();
  const offered = table.inputs[columns.schedule]?.choices ?? [];
  const named = [...schedulesOf(rows, columns), ...offered.map(({ value }) => value)];
  const usual = usualOf(named, table.schedules, (one) => hoursOf(rows, columns, one).week.every(isWholeDay));
  // It stays, whatever becomes of its hours: what is drawn next is of the same schedule.
  const [first] = useState(usual);
  const kept = chosen ?? first;
  const schedule = kept ?? usual ?? "";
  const schedules = [...new Set(kept === undefined ? named : [...named, kept])];
  const { week, exceptions, unshown, rules } = hoursOf(rows, columns, schedule);
  const users = table.schedules.filter((one) => one.schedule === schedule);
  const inEffect = useMemo(() => readDmn(table.current.dmn)?.rows ?? [], [table.current.dmn]);
  const write = (wanted: readonly DmnRow[]) => editor.current?.replace(wanted);

  function onKey(event: KeyboardEvent) {
    if (
      !(event.ctrlKey || event.metaKey) ||
      event.target instanceof HTMLInputElement ||
      event.target instanceof HTMLTextAreaElement
    )
      return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) editor.current?.redo();
    else editor.current?.undo();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: as in the table, undo works wherever one is
    <div className="hours" onKeyDown={onKey} data-testid="week-view">
      <div className="hours__top">
        <Select
          id="hours-schedule"
          size="sm"
          labelText={w("hours.schedule")}
          value={schedule}
          onChange={(event) => onChoose(event.target.value)}
        >
          {schedules.map((one) => (
            <SelectItem key={one} value={one} text={offered.find(({ value }) => value === one)?.label ?? one} />
          ))}
        </Select>
        <p className="hours__hint">{w(isSameWeek(week, CLOSED) ? "hours.none" : "hours.weekHelp")}</p>
      </div>
      <ScheduleUse users={users} schedule={schedule} />
      <WeekGrid key={schedule} week={week} onChange={(wanted) => write(weekToRows(rows, columns, schedule, wanted))} />
      <ClosingTexts
        closings={closingsOf(rows, columns, rules)}
        rows={rows}
        columns={columns}
        schedule={schedule}
        withOwnText={users.filter(({ enabled, ownText }) => enabled && ownText)}
        before={textsOf(inEffect, columns, schedule, week)}
        onWrite={write}
        onRow={(number) => onRow(number, columns.message + 1)}
      />
      <ExceptionList
        exceptions={exceptions}
        schedule={schedule}
        onSave={(exception) => write(withException(rows, columns, schedule, exception))}
        onRemove={(exception) => write(withoutException(rows, exception))}
      />
      {unshown.length > 0 && <UnshownRows rows={unshown} onShow={(number) => onRow(number, columns.time + 1)} />}
    </div>
  );
}
