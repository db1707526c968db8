import { CheckmarkFilled } from "@carbon/icons-react";
import { InlineLoading } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Decision } from "../../api/finished";
import { tryAgain, type Value } from "../../api/ruleChecks";
import type { Table, TableName } from "../../api/ruleTables";
import { refusalWords } from "../edit/useDraftCalls";
import { tryPath } from "../prove/FromConversation";
import { saidWords } from "../prove/TrialResult";
import { tableWords } from "../rowWords";
import { factWords } from "../studio/columnWords";
import { useTable } from "../studio/useTable";
import { useStudio } from "../words";

/** Whether today's answer is the one of then; what is not there is nothing. */
export const saysTheSame = (table: Pick<Table, "outputs">, then: Decision["outputs"], today: Record<string, Value>) =>
  table.outputs.every(({ expression }) => (then[expression] ?? null) === (today[expression] ?? null));

/** One decision about the conversation of this id: what was asked, what was said then, and what would be said today. */
export function DecisionToday({ name, id, decision }: { name: TableName; id: string; decision: Decision }) {
  const studio = useStudio();
  const { w, formats } = studio;
  const { table } = useTable(name);
  const asked = (decision.inputs ?? []).filter(({ value }) => value !== null);
  const again = useQuery({
    queryKey: ["ruleTable", name, "again", table?.current.number, decision.at, decision.inputs],
    queryFn: () =>
      table === undefined
        ? Promise.reject(new Error("Expected the table to be there"))
        : tryAgain(name, { version: table.current.number }, decision.inputs ?? []),
    enabled: table !== undefined && asked.length > 0,
    retry: false,
  });
  // They are named as they were recorded.
  const unknown = (again.data?.notKnown ?? []).map(
    (column) => factWords(table, { name: column, value: null }, studio).heading,
  );
  /** One wording for both, such as "row 2 of version 1". */
  const place = (row: number | null, version: number | null, isKnown = false) =>
    version === null || (row === null && !isKnown)
      ? w("why.rowUnknown")
      : row === null
        ? w("why.noRow", { n: version })
        : w("why.row", { row, n: version });
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
              {asked.map((fact) => {
                const { heading, value } = factWords(table, fact, studio);
                return (
                  <div key={fact.name} className="facts__row">
                    <dt>{heading}</dt>
                    <dd>{value}</dd>
                  </div>
                );
              })}
            </dl>
          )}
        </section>
        <section>
          <h3 className="editor__heading">
            {w("why.said", { when: w("why.then"), place: place(decision.row, decision.version) })}
          </h3>
          {decision.description && <p className="whys__facts">{decision.description}</p>}
          {table !== undefined && <Said table={table} outputs={decision.outputs as Record<string, Value>} />}
        </section>
        <section>
          <h3 className="editor__heading">
            {again.data === undefined || table === undefined || unknown.length > 0
              ? w("why.today")
              : w("why.said", { when: w("why.today"), place: place(again.data.row, table.current.number, true) })}
          </h3>
          {again.isError && <p role="alert">{refusalWords(again.error, studio)}</p>}
          {again.isLoading && <InlineLoading description={w("findings.checking")} />}
          {unknown.length > 0 ? (
            <p className="editor__hint" data-testid="why-not-recorded">
              {w("why.notRecorded", { columns: unknown.join(", ") })}
            </p>
          ) : (
            again.data !== undefined &&
            table !== undefined && (
              <>
                {saysTheSame(table, decision.outputs, again.data.outputs) && (
                  <p className="finding finding--none">
                    <CheckmarkFilled size={16} />
                    {w("why.same")}
                  </p>
                )}
                {again.data.row === null ? (
                  <p>{w("try.noRow")}</p>
                ) : (
                  <Said table={table} outputs={again.data.outputs} />
                )}
              </>
            )
          )}
          {asked.length > 0 && (
            <Link to={tryPath(name, id, decision.at)} className="link" data-testid="why-try">
              {w("why.tryIt")}
            </Link>
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
