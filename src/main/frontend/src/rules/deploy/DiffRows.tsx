import { Tag } from "@carbon/react";
import type { RowChange, Table } from "../../api/ruleTables";
import { columnName } from "../edit/findingWords";
import { inputWords, namingOf, outputWords } from "../studio/cellWords";
import { type Studio, useStudio } from "../words";

const COLOURS = { added: "green", removed: "red", changed: "blue", moved: "gray" } as const;

function cellWords(cell: string | null, column: number, table: Table, studio: Studio): string {
  if (column === 0) return cell ?? "–";
  const own = column - 1 - table.inputs.length;
  if (own < 0) return inputWords(cell ?? "-", studio, namingOf(table.inputs[column - 1]?.choices));
  const output = table.outputs[own];
  return outputWords(cell ?? "", studio, namingOf(output?.choices));
}

/** What has become of the rows, told in words. */
export function DiffRows({ changes, table }: { changes: readonly RowChange[]; table: Table }) {
  const studio = useStudio();
  const { w } = studio;
  if (changes.length === 0) return <p className="diff__none">{w("diff.none")}</p>;
  return (
    <ul className="diff" data-testid="diff">
      {changes.map(({ kind, from, to, cells }) => (
        <li key={`${kind} ${from} ${to}`} className="diff__row" data-kind={kind}>
          <div className="diff__head">
            <Tag type={COLOURS[kind]} size="sm">
              {w(`diff.${kind}`)}
            </Tag>
            <strong>
              {from !== null && to !== null && from !== to
                ? w("diff.fromTo", { from, to })
                : w("diff.row", { row: to ?? from ?? 0 })}
            </strong>
          </div>
          <dl className="diff__cells">
            {cells.map(({ column, before, after }) => (
              <div key={column} className="diff__cell">
                <dt>{column === 0 ? w("rows.note") : columnName(table, column)}</dt>
                <dd>
                  {kind !== "added" && <del>{cellWords(before, column, table, studio)}</del>}
                  {kind === "changed" && " → "}
                  {kind !== "removed" && <ins>{cellWords(after, column, table, studio)}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
