import { Help, WarningAlt } from "@carbon/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";
import { type Decision, fetchDecisions } from "../../api/finished";
import { TABLES } from "../../api/ruleTables";
import type { Me } from "../../api/types";
import { BackLink } from "../../shell/BackLink";
import { Empty } from "../../shell/Empty";
import { mayAnswer } from "../../shell/roles";
import { Skeleton } from "../../shell/Skeleton";
import { useStudio } from "../words";
import { DecisionToday } from "./DecisionToday";

const nameOf = ({ table }: Decision) => TABLES.find((one) => one === table);

/** Each decision about a conversation as it was, and what the tables in effect say to the same. */
export function WhyPage({ me, id }: { me: Me; id: string }) {
  const { t, w } = useStudio();
  const decisions = useQuery({ queryKey: ["decisionsOf", id], queryFn: () => fetchDecisions(id) });
  useEffect(() => {
    document.title = `${w("why.title")} – ${t("app.name")}`;
  }, [t, w]);
  return (
    <div className="pages pages--one">
      <BackLink to="/rules">{w("table.back")}</BackLink>
      <header className="pages__head">
        <div className="pages__who">
          <h1 className="pages__title">{w("why.title")}</h1>
          <p className="pages__lead">{w("why.reference", { id })}</p>
          <p className="pages__lead">{w("why.lead")}</p>
        </div>
        {mayAnswer(me) && (
          <Link to={`/desk/${encodeURIComponent(id)}`} className="link">
            {w("why.open")}
          </Link>
        )}
      </header>
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
                <DecisionToday key={`${decision.table} ${decision.at}`} name={name} decision={decision} />
              )
            );
          })}
        </ol>
      )}
    </div>
  );
}
