import { Button, InlineNotification, NumberInput, ProgressBar } from "@carbon/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Refused } from "../../api/http";
import { cancelBacktest, fetchBacktest, startBacktest } from "../../api/ruleChecks";
import type { Table } from "../../api/ruleTables";
import { refusalWords } from "../edit/useDraftCalls";
import { useStudio } from "../words";
import { BacktestGroups } from "./BacktestGroups";
import { SubjectSelect, useSubject } from "./subject";
import { TestedNotice } from "./TestedNotice";

const LAST = 10_000;
const MOST = 100_000;
const LOOK_MS = 700;

/** The one that is in the way of another. */
function runningOf(error: Error | null): { backtest: string; table: string } | null {
  const problem = error instanceof Refused ? (error.problem as { backtest?: string; table?: string }) : {};
  const { backtest, table } = problem;
  return backtest === undefined || table === undefined ? null : { backtest, table };
}

/** What a table would have said to the conversations that were. */
export function BacktestTab({ table, edits, linked }: { table: Table; edits: boolean; linked: boolean }) {
  const studio = useStudio();
  const { w, wn, formats } = studio;
  const { subject } = useSubject(table);
  const [last, setLast] = useState(LAST);
  const client = useQueryClient();
  // The result is found again by its address: after a reload, and by colleagues.
  const [search, setSearch] = useSearchParams();
  const id = search.get("backtest");
  const keyOf = (one: string | null) => ["backtest", table.table, one];
  const start = useMutation({
    mutationFn: () => startBacktest(table.table, subject, last),
    onSuccess: (begun) => {
      client.setQueryData(keyOf(begun.id), begun);
      setSearch(
        (before) => {
          before.set("backtest", begun.id);
          return before;
        },
        { replace: true },
      );
    },
  });
  const test = useQuery({
    queryKey: keyOf(id),
    queryFn: () => fetchBacktest(table.table, id ?? ""),
    enabled: id !== null,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.state === "RUNNING" ? LOOK_MS : false),
  });
  const cancel = useMutation({
    mutationFn: () => cancelBacktest(table.table, id ?? ""),
    onSettled: () => test.refetch(),
  });
  const number = new Intl.NumberFormat(formats.locale);
  const found = id === null ? undefined : test.data;
  const other = runningOf(start.error);
  const gone = !start.isError && test.error instanceof Refused && test.error.status === 404;
  const running = found?.state === "RUNNING";
  // A conversation keeps what the policy said of its messages, each different answer once.
  const answers = table.table === "messaging-policy";
  return (
    <>
      <p className="editor__hint">{w("backtest.lead")}</p>
      <div className="cases__bar">
        <SubjectSelect table={table} />
        <NumberInput
          id="backtest-last"
          size="md"
          label={w("backtest.last")}
          min={1}
          max={MOST}
          step={1000}
          value={last}
          onChange={(_, { value }) => setLast(Number(value))}
        />
        {edits && (
          <Button
            size="md"
            disabled={start.isPending || running || !(last >= 1 && last <= MOST)}
            onClick={() => start.mutate()}
            data-testid="backtest-start"
          >
            {w("backtest.start")}
          </Button>
        )}
        {running && (
          <Button kind="tertiary" size="md" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
            {w("backtest.cancel")}
          </Button>
        )}
      </div>
      {(start.isError || test.isError) && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={w(gone ? "backtest.gone" : "backtest.failed")}
          subtitle={gone ? w("backtest.goneDetail") : refusalWords((start.error ?? test.error) as Error, studio)}
          className="studio__notice"
        />
      )}
      {other !== null && (
        <p>
          <Link
            to={`/rules/${other.table}/backtest?${new URLSearchParams({ backtest: other.backtest })}`}
            className="link"
            onClick={() => start.reset()}
          >
            {w("backtest.see")}
          </Link>
        </p>
      )}
      {found !== undefined && (
        <div data-testid="backtest" data-state={found.state}>
          {running && (
            <ProgressBar
              label={w("backtest.progress", { done: number.format(found.done), total: number.format(found.total) })}
              value={found.done}
              max={Math.max(1, found.total)}
            />
          )}
          <h2 className="backtest__sum" role="status">
            {running
              ? w("backtest.soFar", { n: number.format(found.changed) })
              : found.decisions === 0
                ? w("backtest.nothing")
                : found.changed === 0
                  ? wn(answers ? "backtest.sameAnswers" : "backtest.same", found.decisions)
                  : w(answers ? "backtest.changedAnswers" : "backtest.changed", {
                      n: number.format(found.changed),
                      total: number.format(found.decisions),
                    })}
          </h2>
          {found.tested && <TestedNotice tested={found.tested} table={table} />}
          {answers && <p className="editor__hint">{w("backtest.each")}</p>}
          {found.decisions > 0 && <p className="editor__hint">{w("backtest.against")}</p>}
          {found.notComparable > 0 && <p>{wn("backtest.unknown", found.notComparable)}</p>}
          {(found.state === "CANCELLED" || found.state === "FAILED") && <p>{w(`backtest.${found.state}`)}</p>}
          {found.failure !== null && (
            <p>{w(found.failed ? `backtest.failed.${found.failed}` : "backtest.reason", { reason: found.failure })}</p>
          )}
          <BacktestGroups test={found} table={table} linked={linked} />
        </div>
      )}
    </>
  );
}
