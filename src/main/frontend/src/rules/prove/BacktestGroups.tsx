import { ChevronDown, ChevronUp } from "@carbon/icons-react";
import { Button } from "@carbon/react";
import { useState } from "react";
import type { Backtest, BacktestGroup } from "../../api/ruleChecks";
import type { Table } from "../../api/ruleTables";
import { useStudio } from "../words";
import { ConversationItem } from "./ConversationItem";
import { saidWords } from "./TrialResult";

/** Each of them is asked for; twice as many with each further look. */
const AT_ONCE = 10;

type BacktestGroupsProps = { test: Backtest; table: Table; linked: boolean };

/** What would have been decided otherwise, and about whom; and the rows that nobody met. */
export function BacktestGroups({ test, table, linked }: BacktestGroupsProps) {
  const { w, wn } = useStudio();
  return (
    <>
      <ul className="groups">
        {[...test.groups]
          .sort((a, b) => Number(b.failure !== null) - Number(a.failure !== null) || b.count - a.count)
          .map((group) => (
            <Group
              key={JSON.stringify([group.from, group.to, group.failure])}
              group={group}
              table={table}
              linked={linked}
            />
          ))}
        {test.further !== null && (
          <li className="groups__one" data-testid="backtest-further">
            <Count table={table} count={test.further.count} />
            <p>{w("backtest.further")}</p>
            <Which {...test.further} linked={linked} />
          </li>
        )}
      </ul>
      {test.state === "DONE" && test.neverHit.length > 0 && (
        <section className="groups__never" data-testid="never-hit">
          <h3 className="editor__heading">{wn("backtest.never", test.neverHit.length)}</h3>
          <p>{test.neverHit.map((row) => w("findings.atRow", { row })).join(", ")}</p>
        </section>
      )}
    </>
  );
}

function Group({ group, table, linked }: { group: BacktestGroup; table: Table; linked: boolean }) {
  const studio = useStudio();
  const { w } = studio;
  const { from, to, count, failure, conversations } = group;
  const differing = table.outputs.filter(({ expression }) => (from[expression] ?? null) !== (to[expression] ?? null));
  return (
    <li className="groups__one" data-testid="backtest-group">
      <Count table={table} count={count} />
      {failure !== null && <p className="groups__stops">{w("backtest.stops", { message: failure })}</p>}
      <dl className="groups__cells">
        {(failure === null ? differing : []).map(({ expression, label, choices }) => (
          <div key={expression} className="diff__cell">
            <dt>{label}</dt>
            <dd>
              <del>{saidWords(from[expression], choices, studio)}</del> →{" "}
              <ins>{saidWords(to[expression], choices, studio)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      <Which count={count} conversations={conversations} linked={linked} />
    </li>
  );
}

function Count({ table, count }: { table: Table; count: number }) {
  const { wn } = useStudio();
  return (
    <strong className="groups__count">
      {wn(table.table === "messaging-policy" ? "backtest.answers" : "backtest.conversations", count)}
    </strong>
  );
}

type WhichProps = { count: number; conversations: readonly string[]; linked: boolean };

function Which({ count, conversations, linked }: WhichProps) {
  const { w, wn } = useStudio();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <div className="groups__who">
      <Button
        kind="ghost"
        size="sm"
        renderIcon={open ? ChevronUp : ChevronDown}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="backtest-which"
      >
        {w("backtest.which")}
      </Button>
      {open && (
        <ul>
          {conversations.slice(0, shown).map((id) => (
            <ConversationItem key={id} id={id} linked={linked} />
          ))}
          {conversations.length > shown ? (
            <li>
              <Button kind="ghost" size="sm" onClick={() => setShown(2 * shown)}>
                {w("backtest.showMore")}
              </Button>
            </li>
          ) : (
            count > conversations.length && <li>{wn("backtest.more", count - conversations.length)}</li>
          )}
        </ul>
      )}
    </div>
  );
}
