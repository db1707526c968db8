import { Help, WarningAlt } from "@carbon/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link, useLocation } from "react-router";
import { type Decision, fetchDecisions } from "../../api/finished";
import { TABLES } from "../../api/ruleTables";
import type { Me } from "../../api/types";
import { customerName } from "../../desk/customerName";
import { conversationQuery } from "../../live/queries";
import { BackLink } from "../../shell/BackLink";
import { Empty } from "../../shell/Empty";
import { mayAnswer, maySupervise } from "../../shell/roles";
import { Skeleton } from "../../shell/Skeleton";
import { useStudio } from "../words";
import { DecisionToday } from "./DecisionToday";
import { ReadOnly } from "./ReadOnly";

const nameOf = ({ table }: Decision) => TABLES.find((one) => one === table);

/** Each decision about a conversation as it was, and what the tables in effect say to the same. */
export function WhyPage({ me, id }: { me: Me; id: string }) {
  const studio = useStudio();
  const { t, w, formats } = studio;
  const decisions = useQuery({ queryKey: ["decisionsOf", id], queryFn: () => fetchDecisions(id) });
  const client = useQueryClient();
  const conversation = useQuery(conversationQuery(client, id)).data;
  // Where one has come from is where one goes back to; whoever was given the address goes to the tables.
  const from = (useLocation().state as { from?: string } | null)?.from;
  useEffect(() => {
    document.title = `${w("why.title")} – ${t("app.name")}`;
  }, [t, w]);
  return (
    <div className="pages pages--one">
      <BackLink to={from ?? "/rules"}>{w(from === undefined ? "table.back" : "why.back")}</BackLink>
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{w("why.title")}</h1>
          {conversation !== undefined && (
            <p className="pages__lead" data-testid="why-whose">
              {w("why.reference", {
                name: customerName(conversation.customer, studio),
                when: formats.moment(conversation.openedAt),
              })}
            </p>
          )}
          <p className="pages__lead">{w("why.lead")}</p>
        </div>
        {maySupervise(me) ? (
          <Link to={`/supervision/recordings/${encodeURIComponent(id)}`} className="link">
            {w("why.recording")}
          </Link>
        ) : (
          mayAnswer(me) && (
            <Link to={`/desk/${encodeURIComponent(id)}`} className="link">
              {w("why.open")}
            </Link>
          )
        )}
      </header>
      {conversation !== undefined && !maySupervise(me) && !mayAnswer(me) && (
        <ReadOnly me={me} conversation={conversation} />
      )}
      {decisions.data === undefined ? (
        decisions.isError ? (
          <Empty icon={WarningAlt} title={w("why.failed")} />
        ) : (
          <Skeleton lines={8} />
        )
      ) : decisions.data.length === 0 ? (
        <Empty icon={Help} title={w("why.none")} />
      ) : (
        <ol className="whys">
          {decisions.data.map((decision) => {
            const name = nameOf(decision);
            return (
              name !== undefined && (
                <DecisionToday key={`${decision.table} ${decision.at}`} name={name} id={id} decision={decision} />
              )
            );
          })}
        </ol>
      )}
    </div>
  );
}
