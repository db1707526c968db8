import { Edit } from "@carbon/icons-react";
import { IconButton, InlineNotification, Tag } from "@carbon/react";
import { useState } from "react";
import type { ScheduleOf } from "../../api/ruleTables";
import type { DmnRow } from "../studio/dmn";
import { useStudio } from "../words";
import { ClosingDialog } from "./ClosingDialog";
import { type Closing, namesHours, withText } from "./closing";
import type { Columns } from "./readRows";

type ClosingTextsProps = {
  closings: readonly Closing[];
  rows: readonly DmnRow[];
  columns: Columns;
  schedule: string;
  /** Whose texts of their own are told instead. */
  withOwnText: readonly ScheduleOf[];
  /** Texts that the table in effect tells, where its week is another one. */
  before: readonly string[];
  onWrite: (rows: readonly DmnRow[]) => void;
  onRow: (row: number) => void;
};

/** What customers are told when the schedule is closed. */
export function ClosingTexts({
  closings,
  rows,
  columns,
  schedule,
  withOwnText,
  before,
  onWrite,
  onRow,
}: ClosingTextsProps) {
  const { w, formats } = useStudio();
  const [changing, setChanging] = useState<Closing | null>(null);
  const stale = closings.some(({ message }) => message !== null && before.includes(message) && namesHours(message));
  const change = (closing: Closing) => (closing.message === null ? onRow(closing.number) : setChanging(closing));
  return (
    <section className="hours__part" aria-labelledby="hours-closing" data-testid="closing-texts">
      <h2 id="hours-closing" className="editor__heading">
        {w("closing.title")}
      </h2>
      {closings.length === 0 && <p className="hours__hint">{w("closing.never")}</p>}
      {withOwnText.length > 0 && (
        <p className="hours__hint">
          {w("closing.ownText", {
            campaigns: new Intl.ListFormat(formats.locale).format(withOwnText.map(({ name }) => name)),
          })}
        </p>
      )}
      {stale && (
        <InlineNotification
          kind="warning"
          lowContrast
          hideCloseButton
          title={w("closing.stale")}
          subtitle={w("closing.staleDetail")}
          data-testid="closing-stale"
        />
      )}
      <ul className="hours__list">
        {closings.map((closing) => {
          const { rule, number, message } = closing;
          const others = rule.schedules.filter((other) => other !== schedule);
          return (
            <li key={rule.row.id} className="hours__item" data-testid="closing-text">
              <div className="hours__facts">
                <span>
                  {message === null
                    ? w("closing.free", { n: number })
                    : message === ""
                      ? w("closing.nothing")
                      : w("cell.quoted", { text: message })}
                </span>
              </div>
              {(rule.scope === "all" || others.length > 0) && (
                <Tag size="sm" type="blue">
                  {rule.scope === "all"
                    ? w("exceptions.all")
                    : w("exceptions.others", { others: new Intl.ListFormat(formats.locale).format(others) })}
                </Tag>
              )}
              <IconButton
                kind="ghost"
                size="sm"
                label={message === null ? w("unshown.show") : w("closing.change")}
                align="left"
                onClick={() => change(closing)}
                data-testid="closing-change"
              >
                <Edit size={16} />
              </IconButton>
            </li>
          );
        })}
      </ul>
      {changing !== null && (
        <ClosingDialog
          text={changing.message ?? ""}
          schedule={schedule}
          isShared={changing.rule.scope !== "own"}
          onSave={(text, alone) => {
            onWrite(withText(rows, columns, changing.rule, text, alone ? schedule : null));
            setChanging(null);
          }}
          onClose={() => setChanging(null)}
        />
      )}
    </section>
  );
}
