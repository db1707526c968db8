import { Toggle } from "@carbon/react";
import { useMemo, useState } from "react";
import type { Table } from "../../api/ruleTables";
import { reasonWords } from "../../i18n/reasons";
import { type Studio, useStudio } from "../words";
import { inputWords, namingOf, outputWords } from "./cellWords";
import { headingOf } from "./columnWords";
import { type DmnTable, isAny, readDmn } from "./dmn";
import { FiredBar } from "./FiredBar";

/** What is said in sentences, and not in a word or two. */
const LONG = 40;

type RowsTableProps = { dmn: string; table: Table; fired?: boolean };

/** The rows of a table in plain words: only the columns that some row uses, unless one wants to see them all. */
export function RowsTable({ dmn, table, fired = false }: RowsTableProps) {
  const studio = useStudio();
  const { w, wn } = studio;
  const [all, setAll] = useState(false);
  const [written, setWritten] = useState(false);
  const file = useMemo(() => readDmn(dmn), [dmn]);
  if (file === null) return <p role="alert">{w("rows.unreadable")}</p>;
  const inputs = file.inputs.map((column, at) => ({ ...column, at }));
  const used = inputs.filter(({ at }) => file.rows.some((row) => !isAny(row.cells[at] ?? "")));
  const shown = all ? inputs : used;
  const hidden = inputs.length - used.length;
  const outputs = file.outputs.map((column, at) => ({ ...column, at: at + file.inputs.length, own: at }));
  const counts = new Map(table.fired.map(({ row, count }) => [row, count]));
  const most = Math.max(1, ...counts.values());

  return (
    <>
      <div className="rows__bar">
        <p className="rows__how">
          {w("rows.first")} {hidden > 0 && !all && wn("rows.hidden", hidden)}
        </p>
        <div className="rows__choices">
          {hidden > 0 && (
            <Toggle id="rows-all" size="sm" labelText={w("rows.showAll")} hideLabel toggled={all} onToggle={setAll} />
          )}
          <Toggle
            id="rows-feel"
            size="sm"
            labelText={w("rows.asWritten")}
            hideLabel
            toggled={written}
            onToggle={setWritten}
          />
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard, too. */}
      <section className="rows" tabIndex={0} aria-label={w("tab.table")}>
        <table className="rows__table" data-testid="rows">
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className="rows__number">
                {w("rows.number")}
              </th>
              {shown.length > 0 && (
                <th scope="colgroup" colSpan={shown.length}>
                  {w("rows.when")}
                </th>
              )}
              <th scope="colgroup" colSpan={outputs.length} className="rows__then">
                {w("rows.then")}
              </th>
              <th scope="col" rowSpan={2}>
                {w("rows.note")}
              </th>
              {fired && (
                <th
                  scope="col"
                  rowSpan={2}
                  title={w(table.table === "messaging-policy" ? "rows.firedMessages" : "rows.firedHelp")}
                >
                  {w("rows.fired")}
                </th>
              )}
            </tr>
            <tr>
              {shown.map(({ at, ...column }) => (
                <th key={at} scope="col">
                  {headingOf(column, studio)}
                </th>
              ))}
              {outputs.map(({ at, own, ...column }) => (
                <th key={at} scope="col" className={own === 0 ? "rows__then" : undefined}>
                  {headingOf(column, studio)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.rows.map((row, index) => (
              <tr key={row.id} data-testid="table-row" data-row={index + 1}>
                <th scope="row" className="rows__number">
                  {index + 1}
                </th>
                {shown.map(({ at }) => {
                  const cell = row.cells[at] ?? "";
                  return (
                    <td key={at} className={isAny(cell) ? "rows__any" : undefined}>
                      {written ? <code>{cell}</code> : inputWords(cell, studio, namingOf(table.inputs[at]?.choices))}
                    </td>
                  );
                })}
                {outputs.map(({ at, own }) => {
                  const said = saidIn(row.cells, own, file, namingOf(table.outputs[own]?.choices), studio);
                  return (
                    <td key={at} className={own === 0 ? "rows__then" : said.length > LONG ? "rows__text" : undefined}>
                      {written ? <code>{row.cells[at] ?? ""}</code> : said}
                    </td>
                  );
                })}
                <td className="rows__note">{row.annotation}</td>
                {fired && (
                  <td className="rows__fired">
                    <FiredBar count={counts.get(index + 1) ?? 0} most={most} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** What a row says in one of its outputs; a reason as the desk shows it, by its code where there are words for that. */
function saidIn(
  cells: readonly string[],
  own: number,
  { inputs, outputs }: DmnTable,
  name: (value: string) => string,
  studio: Studio,
): string {
  const words = (at: number) => outputWords(cells[inputs.length + at] ?? "", studio, name);
  const code = outputs.findIndex(({ expression }) => expression === "code");
  return outputs[own]?.expression === "reason" && code >= 0
    ? reasonWords(words(code), words(own), studio.t)
    : words(own);
}
