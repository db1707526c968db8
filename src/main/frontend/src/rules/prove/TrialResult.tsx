import { CheckmarkFilled, ErrorFilled, InformationFilled } from "@carbon/icons-react";
import { useMemo } from "react";
import type { Trial, Value } from "../../api/ruleChecks";
import type { Table } from "../../api/ruleTables";
import { reasonWords } from "../../i18n/reasons";
import { columnName } from "../edit/findingWords";
import { inputWords, namingOf } from "../studio/cellWords";
import { readDmn } from "../studio/dmn";
import { type Studio, useStudio } from "../words";

/** What a table said in one column, in words. */
export function saidWords(
  value: Value | undefined,
  choices: Table["outputs"][number]["choices"],
  { w }: Studio,
): string {
  if (value === null || value === undefined) return w("cell.nothing");
  if (typeof value === "boolean") return w(value ? "cell.yes" : "cell.no");
  return namingOf(choices)(String(value));
}

/** @param sound whether the table could be deployed: what it says is an answer then, and a try else */
type TrialResultProps = { trial: Trial; dmn: string; table: Table; sound: boolean };

/** The answer, by which row, and why not by any other. */
export function TrialResult({ trial, dmn, table, sound }: TrialResultProps) {
  const studio = useStudio();
  const { w, t } = studio;
  const { code } = trial.outputs;
  const said = (expression: string, words: string) =>
    expression === "reason" && typeof code === "string" ? reasonWords(code, words, t) : words;
  const rows = useMemo(() => readDmn(dmn)?.rows ?? [], [dmn]);
  const note = trial.row === null ? undefined : rows[trial.row - 1]?.annotation;
  return (
    <div data-testid="trial">
      {trial.row === null ? (
        <p className="finding finding--error">
          <ErrorFilled size={16} />
          {trial.failure === null ? w("try.noRow") : w("try.broken", { reason: trial.failure })}
        </p>
      ) : (
        <p className={`finding finding--${sound ? "none" : "info"}`}>
          {sound ? <CheckmarkFilled size={16} /> : <InformationFilled size={16} />}
          <strong>
            {w(sound ? "try.row" : "try.rowOnly", { row: trial.row })}
            {note && `: ${note}`}
          </strong>
        </p>
      )}
      <dl className="try__said">
        {table.outputs.map(({ label, expression, choices }) => (
          <div key={expression} className="try__output">
            <dt>{label}</dt>
            <dd>{said(expression, saidWords(trial.outputs[expression], choices, studio))}</dd>
          </div>
        ))}
      </dl>
      <h3 className="editor__heading">{w("try.others")}</h3>
      <ol className="try__rows">
        {trial.rows
          .filter(({ row }) => row !== trial.row)
          .map(({ row, matched, failedColumn }) => {
            const cell = failedColumn === null ? undefined : rows[row - 1]?.cells[failedColumn - 1];
            return (
              <li key={row} className="try__row" data-testid="trial-row" data-row={row}>
                <strong>{w("findings.atRow", { row })}</strong>{" "}
                {matched
                  ? w("try.alsoFits")
                  : failedColumn === null
                    ? w("try.fails")
                    : w("try.failsAt", {
                        column: columnName(table, failedColumn),
                        cell: inputWords(cell ?? "-", studio, namingOf(table.inputs[failedColumn - 1]?.choices)),
                      })}
              </li>
            );
          })}
      </ol>
    </div>
  );
}
