import { CheckmarkFilled, ErrorFilled, InformationFilled, WarningAltFilled } from "@carbon/icons-react";
import type { ReactNode } from "react";
import type { Finding } from "../../api/ruleChecks";
import type { Table } from "../../api/ruleTables";
import { useStudio } from "../words";
import { findingWords, placeWords } from "./findingWords";

/** What is to be told of the whole table, beside what was found at its cells. */
export type Note = { key: string; severity: Finding["severity"] | "info"; words: ReactNode };

const SIGNS = { error: ErrorFilled, warning: WarningAltFilled, info: InformationFilled };

type FindingListProps = {
  findings: readonly Finding[];
  notes?: readonly Note[];
  table: Table;
  onShow?: (row: number, column: number) => void;
};

/** What the check found, in its order, the errors first; each leads to its cell. */
export function FindingList({ findings, notes = [], table, onShow }: FindingListProps) {
  const studio = useStudio();
  const { w } = studio;
  if (findings.length + notes.length === 0)
    return (
      <p className="finding finding--none">
        <CheckmarkFilled size={16} />
        {w("findings.none")}
      </p>
    );
  return (
    <ul className="findings">
      {notes.map(({ key, severity, words }) => {
        const Sign = SIGNS[severity];
        return (
          <li key={key} className={`finding finding--${severity}`} data-testid="finding-note" data-key={key}>
            <Sign size={16} aria-label={w(`findings.${severity}`)} />
            <span>{words}</span>
          </li>
        );
      })}
      {findings.map((finding) => {
        const { severity, code, row, column } = finding;
        const place = placeWords(finding, table, studio);
        const Sign = SIGNS[severity];
        return (
          <li
            key={`${code} ${row} ${column} ${finding.message}`}
            className={`finding finding--${severity}`}
            data-testid="finding"
            data-code={code}
          >
            <Sign size={16} aria-label={w(`findings.${severity}`)} />
            <span>
              {place !== null &&
                (onShow !== undefined && row !== null ? (
                  <button type="button" className="link finding__place" onClick={() => onShow(row, column ?? 1)}>
                    {place}
                  </button>
                ) : (
                  <strong className="finding__place">{place}</strong>
                ))}{" "}
              {findingWords(finding, studio)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
