import type { Column, Table } from "../../api/ruleTables";
import { useStudio } from "../words";

/** What the table is asked and what it says: of which type, and what there is to choose from. */
export function ColumnList({ table }: { table: Pick<Table, "table" | "inputs" | "outputs"> }) {
  const { w } = useStudio();
  return (
    <section className="columns" aria-labelledby="columns-title" data-testid="columns">
      <h2 id="columns-title" className="editor__heading">
        {w("columns.title")}
      </h2>
      <div className="columns__frame">
        <table className="rows__table">
          <thead>
            <tr>
              <th scope="col">{w("columns.column")}</th>
              <th scope="col">{w("columns.type")}</th>
              <th scope="col">{w("columns.values")}</th>
            </tr>
          </thead>
          <ColumnRows heading={w("rows.when")} table={table.table} columns={table.inputs} />
          <ColumnRows heading={w("rows.then")} table={table.table} columns={table.outputs} />
        </table>
      </div>
    </section>
  );
}

type ColumnRowsProps = { heading: string; table: string; columns: readonly Column[] };

function ColumnRows({ heading, table, columns }: ColumnRowsProps) {
  const { w, known } = useStudio();
  /** What is not as one would think. */
  const noteOf = (expression: string) =>
    known(`columns.note.${table}.${expression}`) ?? known(`columns.note.${expression}`);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="columns__kind">
          {heading}
        </th>
      </tr>
      {columns.map(({ label, expression, type, choices }) => (
        <tr key={expression} data-testid="column">
          <td>{label}</td>
          <td>{known(`columns.type.${type}`) ?? type}</td>
          <td>
            {choices === null ? w("columns.anything") : choices.map((choice) => choice.label).join(", ")}
            {noteOf(expression) && <p className="columns__note">{noteOf(expression)}</p>}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
