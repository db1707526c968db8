import { Add, TrashCan } from "@carbon/icons-react";
import { Button, IconButton } from "@carbon/react";
import type { ReactNode } from "react";

type RowsOfProps<R extends { key: number }> = {
  title: string;
  help: string;
  rows: R[];
  max: number;
  add: string;
  removeOf: (row: R, n: number) => string;
  mayRemove?: (row: R) => boolean;
  onAdd: () => void;
  onChange: (rows: R[]) => void;
  children: (row: R, n: number, change: (changes: Partial<R>) => void) => ReactNode;
};

/** Lines of a form that can be added and removed. */
export function RowsOf<R extends { key: number }>(props: RowsOfProps<R>) {
  const { title, help, rows, max, add, removeOf, mayRemove = () => true, onAdd, onChange, children } = props;
  const change = (key: number) => (changes: Partial<R>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  return (
    <fieldset className="profile__part">
      <legend className="profile__legend">{title}</legend>
      <p className="panel__help">{help}</p>
      {rows.map((row, index) => (
        <div key={row.key} className="profile__row">
          {children(row, index + 1, change(row.key))}
          {mayRemove(row) && (
            <IconButton
              kind="ghost"
              size="md"
              align="left"
              label={removeOf(row, index + 1)}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            >
              <TrashCan size={16} />
            </IconButton>
          )}
        </div>
      ))}
      <Button kind="ghost" size="sm" renderIcon={Add} onClick={onAdd} disabled={rows.length >= max}>
        {add}
      </Button>
    </fieldset>
  );
}
