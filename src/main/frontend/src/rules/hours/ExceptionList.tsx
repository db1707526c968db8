import { Add, Edit, TrashCan } from "@carbon/icons-react";
import { Button, IconButton, Tag } from "@carbon/react";
import { useState } from "react";
import { useStudio } from "../words";
import { ExceptionDialog } from "./ExceptionDialog";
import type { Exception } from "./exceptions";
import { datesWords, hoursWords } from "./hoursWords";

type ExceptionListProps = {
  exceptions: readonly Exception[];
  schedule: string;
  onSave: (exception: Exception) => void;
  onRemove: (exception: Exception) => void;
};

const today = () => new Intl.DateTimeFormat("sv-SE").format(new Date());
const NONE: Exception = { rows: [], from: "", to: "", name: "", hours: [], message: "", others: [] };

/** The dates that have hours of their own, in the order in which they come. */
export function ExceptionList({ exceptions, schedule, onSave, onRemove }: ExceptionListProps) {
  const { w } = useStudio();
  const [changing, setChanging] = useState<Exception | null>(null);
  const now = today();
  return (
    <section className="hours__part" aria-labelledby="hours-exceptions" data-testid="exceptions">
      <h2 id="hours-exceptions" className="editor__heading">
        {w("exceptions.title")}
      </h2>
      <p className="hours__hint">{w(exceptions.length === 0 ? "exceptions.none" : "exceptions.help")}</p>
      <ul className="hours__list">
        {exceptions
          .toSorted((a, b) => Number(a.to < now) - Number(b.to < now) || a.from.localeCompare(b.from))
          .map((one) => (
            <ExceptionItem
              key={one.rows[0]}
              exception={one}
              schedule={schedule}
              isPast={one.to < now}
              onChange={() => setChanging(one)}
              onRemove={() => onRemove(one)}
            />
          ))}
      </ul>
      <Button kind="tertiary" size="sm" renderIcon={Add} onClick={() => setChanging(NONE)} data-testid="exception-add">
        {w("exceptions.add")}
      </Button>
      {changing !== null && (
        <ExceptionDialog
          exception={changing}
          isShared={changing.others === null || changing.others.some((other) => other !== schedule)}
          onSave={(exception) => {
            onSave(exception);
            setChanging(null);
          }}
          onClose={() => setChanging(null)}
        />
      )}
    </section>
  );
}

type ExceptionItemProps = {
  exception: Exception;
  schedule: string;
  isPast: boolean;
  onChange: () => void;
  onRemove: () => void;
};

function ExceptionItem({ exception, schedule, isPast, onChange, onRemove }: ExceptionItemProps) {
  const studio = useStudio();
  const { w, formats } = studio;
  const dates = datesWords(exception, studio);
  const name = exception.name === "" ? dates : exception.name;
  const others = exception.others?.filter((other) => other !== schedule);
  return (
    <li className="hours__item" data-testid="exception">
      <div className="hours__facts">
        <strong>{dates}</strong>
        {exception.name !== "" && <span>{exception.name}</span>}
        <span className="hours__hint">{hoursWords(exception.hours, studio)}</span>
        {exception.message && <span>{w("cell.quoted", { text: exception.message })}</span>}
      </div>
      {isPast && (
        <Tag size="sm" type="gray">
          {w("exceptions.past")}
        </Tag>
      )}
      {others === undefined ? (
        <Tag size="sm" type="blue">
          {w("exceptions.all")}
        </Tag>
      ) : (
        others.length > 0 && (
          <Tag size="sm" type="blue">
            {w("exceptions.others", { others: new Intl.ListFormat(formats.locale).format(others) })}
          </Tag>
        )
      )}
      <IconButton kind="ghost" size="sm" label={w("exceptions.change", { name })} align="left" onClick={onChange}>
        <Edit size={16} />
      </IconButton>
      <IconButton
        kind="ghost"
        size="sm"
        label={w("exceptions.delete", { name })}
        align="left"
        onClick={onRemove}
        data-testid="exception-delete"
      >
        <TrashCan size={16} />
      </IconButton>
    </li>
  );
}
