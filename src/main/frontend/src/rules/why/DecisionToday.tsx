import { CheckmarkFilled } from "@carbon/icons-react";
import { InlineLoading } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Decision } from "../../api/finished";
import { tryOut, type Value } from "../../api/ruleChecks";
import type { Table, TableName } from "../../api/ruleTables";
import { tableQuery } from "../../live/ruleTables";
import { refusalWords } from "../edit/useDraftCalls";
import { CutNotice } from "../prove/CutNotice";
import { cutColumns, recordedInputs } from "../prove/inputs";
import { saidWords } from "../prove/TrialResult";
import { tableWords } from "../rowWords";
import { useStudio } from "../words";

/** Whether today's answer is the one of then; what is not there is nothing. */
export const saysTheSame = (table: Pick<Table, "outputs">, then: Decision["outputs"], today: Record<string, Value>) =>
  table.outputs.every(({ expression }) => (then[expression] ?? null) === (today[expression] ?? null));

/** One decision: what was asked, what was said then, and what would be said today. */
export function DecisionToday({ name, decision }: { name: TableName; decision: Decision }) {
  const studio = useStudio();
  const { w, formats } = studio;
  const table = useQuery(tableQuery(name));
  const asked = (decision.inputs ?? []).filter(({ value }) => value !== null);
  const again = useQuery({
    queryKey: ["ruleTable", name, "again", table.data?.current.number, decision.at, decision.inputs],
    queryFn: () =>
      table.data === undefined
        ? Promise.reject(new Error("Expected the table to be there"))
        : tryOut(name, { version: table.data.current.number }, recordedInputs(table.data, decision)),
    enabled: table.data !== undefined && asked.length > 0,
    retry: false,
  });
  return (
    <li className="whys__one" data-testid="why-decision" data-table={name}>
      <h2 className="whys__table">
        <Link to={`/rules/${name}`} className="link">
          {tableWords(name, studio)}
        </Link>{" "}
        <time dateTime={decision.at} title={formats.full(decision.at)} className="whys__facts">
          {formats.moment(decision.at)}
        </time>
      </h2>
      <div className="whys__parts">
        <section>
          <h3 className="editor__heading">{w("why.asked")}</h3>
          {asked.length === 0 ? (
            <p className="editor__hint">{w("why.notKnown")}</p>
          ) : (
            <dl className="facts">
              {asked.map(({ name: column, value }) => (
                <div key={column} className="facts__row">
                  <dt>{column}</dt>
                  <dd>{String(value)}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
        <section>
          <h3 className="editor__heading">
            {w("why.then")}
            {": "}
            {decision.row === null ? w("why.rowUnknown") : w("why.row", { row: decision.row })}
            {decision.version !== null && `, ${w("why.version", { n: decision.version })}`}
          </h3>
          {decision.description && <p className="whys__facts">{decision.description}</p>}
          {table.data !== undefined && <Said table={table.data} outputs={decision.outputs as Record<string, Value>} />}
        </section>
        <section>
          <h3 className="editor__heading">
            {table.data !== undefined && w("why.today", { n: table.data.current.number })}
            {again.data?.row != null && `, ${w("why.row", { row: again.data.row })}`}
          </h3>
          {again.isError && <p role="alert">{refusalWords(again.error, studio)}</p>}
          {again.isLoading && <InlineLoading description={w("findings.checking")} />}
          <CutNotice columns={cutColumns(decision)} />
          {again.data !== undefined && table.data !== undefined && (
            <>
              {saysTheSame(table.data, decision.outputs, again.data.outputs) && (
                <p className="finding finding--none">
                  <CheckmarkFilled size={16} />
                  {w("why.same")}
                </p>
              )}
              {again.data.row === null ? (
                <p>{w("try.noRow")}</p>
              ) : (
                <Said table={table.data} outputs={again.data.outputs} />
              )}
            </>
          )}
        </section>
      </div>
    </li>
  );
}

function Said({ table, outputs }: { table: Table; outputs: Record<string, Value> }) {
  const studio = useStudio();
  return (
    <dl className="facts">
      {table.outputs.map(({ expression, label, choices }) => (
        <div key={expression} className="facts__row">
          <dt>{label}</dt>
          <dd>{saidWords(outputs[expression], choices, studio)}</dd>
        </div>
      ))}
    </dl>
  );
}
