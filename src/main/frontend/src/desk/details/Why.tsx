import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import type { Conversation } from "../../api/types";
import { useI18n } from "../../i18n/i18n";
import { decisionsQuery } from "../../live/finished";
import { meQuery } from "../../live/queries";
import { useTargetNames } from "../../live/targets";
import { rowWords } from "../../rules/rowWords";
import { maySeeRules } from "../../shell/roles";
import { Skeleton } from "../../shell/Skeleton";
import { decisionWords, remarkWords } from "./decisionWords";

/** Why a conversation is where it is: what the tables decided, and by which row. */
export function Why({ conversation }: { conversation: Conversation }) {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { id, state, version } = conversation;
  // Why nobody listens is the first question about what was ignored.
  const [open, setOpen] = useState(state === "IGNORED");
  const decisions = useQuery({ ...decisionsQuery(id, version), enabled: open });
  const name = useTargetNames(open);
  const me = useQuery(meQuery).data;
  const here = useLocation().pathname;
  const rules = me !== undefined && maySeeRules(me);
  return (
    <details
      className="details__why"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-testid="why"
    >
      <summary className="details__heading">{t(state === "IGNORED" ? "why.ignored" : "why.title")}</summary>
      {open && decisions.isPending && <Skeleton lines={3} />}
      {decisions.isError && <p>{t("why.failed")}</p>}
      {decisions.data?.length === 0 && <p className="details__post">{t("why.none")}</p>}
      <ol className="why">
        {decisions.data?.map((decision) => {
          const remark = remarkWords(decision, i18n, name);
          return (
            <li key={`${decision.table} ${decision.at}`} className="why__decision" data-testid="decision">
              <strong>{decisionWords(decision, i18n, name)}</strong>
              {remark !== null && <span className="why__remark">{remark}</span>}
              <span>{rowWords(decision, i18n)}</span>
              <time dateTime={decision.at} title={formats.full(decision.at)}>
                {formats.moment(decision.at)}
              </time>
            </li>
          );
        })}
      </ol>
      {open && rules && (decisions.data?.length ?? 0) > 0 && (
        <Link
          to={`/rules/why/${encodeURIComponent(id)}`}
          state={{ from: here }}
          className="link"
          data-testid="why-today"
        >
          {t("why.compare")}
        </Link>
      )}
    </details>
  );
}
