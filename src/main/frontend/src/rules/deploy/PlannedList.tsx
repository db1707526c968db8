import { Button, InlineNotification, Tag } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isMineToDecide, type Planned } from "../../api/plannedTables";
import type { Table } from "../../api/ruleTables";
import { plannedQuery } from "../../live/ruleTables";
import { refusalWords } from "../edit/useDraftCalls";
import { type Studio, useStudio } from "../words";
import { ApprovedBy } from "./ApprovedBy";
import { CancelDialog } from "./CancelDialog";
import { ReviewDialog } from "./ReviewDialog";

const COLOURS = {
  PENDING_APPROVAL: "purple",
  SCHEDULED: "blue",
  DEPLOYING: "teal",
  DEPLOYED: "green",
  REFUSED: "red",
  CANCELLED: "gray",
  FAILED: "red",
} as const;

type PlannedListProps = { table: Table; me: string; edits: boolean };

/** What is to become of the table, and what has lately come to nothing. */
export function PlannedList({ table, me, edits }: PlannedListProps) {
  const studio = useStudio();
  const { w } = studio;
  const planned = useQuery(plannedQuery(table.table));
  const [reviewed, setReviewed] = useState<Planned | null>(null);
  const [cancelled, setCancelled] = useState<Planned | null>(null);
  if (planned.data === undefined)
    return planned.isError ? <p role="alert">{refusalWords(planned.error, studio)}</p> : null;
  // Whoever is at it decides when to close it, and not the list that it was opened from.
  const review = planned.data.find(({ id }) => id === reviewed?.id) ?? reviewed;
  return (
    <>
      {planned.data.length > 0 && (
        <section aria-labelledby="planned-title" data-testid="planned-list">
          <h2 id="planned-title" className="editor__heading">
            {w("planned.title")}
          </h2>
          <ul className="versions__list">
            {planned.data.map((plan) => (
              <li key={plan.id} className="versions__one" data-testid="planned" data-state={plan.state}>
                <div className="planned">
                  <div className="planned__head">
                    <Tag type={isOutdated(table, plan) ? "warm-gray" : COLOURS[plan.state]} size="sm">
                      {w(`planned.state.${isOutdated(table, plan) ? "OVERTAKEN" : plan.state}`)}
                    </Tag>
                    <strong>{timeWords(plan, studio)}</strong>
                  </div>
                  <PlannedDetail table={table} plan={plan} yours={edits && isMineToDecide(plan, me)} />
                </div>
                <span className="versions__acts">
                  <Button kind="ghost" size="sm" onClick={() => setReviewed(plan)} data-testid="planned-review">
                    {w(edits && isMineToDecide(plan, me) ? "planned.review" : "planned.show")}
                  </Button>
                  {edits && (plan.state === "PENDING_APPROVAL" || plan.state === "SCHEDULED") && (
                    <Button kind="ghost" size="sm" onClick={() => setCancelled(plan)} data-testid="planned-cancel">
                      {w("planned.cancel")}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {review !== null && (
        <ReviewDialog
          table={table}
          plan={review}
          decides={edits && isMineToDecide(review, me)}
          onClose={() => setReviewed(null)}
        />
      )}
      {cancelled !== null && <CancelDialog table={table} plan={cancelled} onClose={() => setCancelled(null)} />}
    </>
  );
}

function timeWords({ at, restores, basedOn, state }: Planned, { w, formats }: Studio): string {
  const what = restores === null ? w("planned.change", { n: basedOn }) : w("planned.back", { n: restores });
  if (at !== null) return w("planned.at", { what, when: formats.full(at) });
  return state === "PENDING_APPROVAL" ? w("planned.whenApproved", { what }) : what;
}

/** Another version is in effect than the one that it was planned on; while it is deployed that one is its own. */
export const isOutdated = (table: Table, { state, basedOn }: Planned) =>
  (state === "PENDING_APPROVAL" || state === "SCHEDULED") && basedOn !== table.current.number;

export const hasDraft = (table: Table, plan: Planned) => table.drafts.some(({ id }) => id === plan.draft);

/** Who wants it and why, who has seen it, and what it came to. */
export function PlannedDetail({ table, plan, yours = false }: { table: Table; plan: Planned; yours?: boolean }) {
  const studio = useStudio();
  const { w, formats } = studio;
  const { author, askedAt, reason, approved, ended, failure, state } = plan;
  const when = (iso: string) => formats.moment(iso);
  return (
    <>
      <p>
        <span className="version-mark__who">{w("version.by", { who: author.name, when: when(askedAt) })}</span>{" "}
        {w("version.reason", { reason })}
      </p>
      <ApprovedBy approved={approved} />
      {ended !== null && (state === "CANCELLED" || state === "REFUSED") && (
        <p data-testid="planned-ended">
          <span className="version-mark__who">
            {w(state === "REFUSED" ? "planned.refusedBy" : "planned.cancelledBy", {
              who: ended.by?.name ?? "Tasklist",
              when: when(ended.at),
            })}
          </span>
          {ended.comment !== null && ` ${w("version.reason", { reason: ended.comment })}`}
        </p>
      )}
      {failure !== null && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={
            studio.known(`planned.failure.${failure.code}`) ?? studio.known(`refused.${failure.code}`) ?? failure.detail
          }
          subtitle={hasDraft(table, plan) ? w("planned.draftStays") : ""}
          data-testid="planned-failure"
        />
      )}
      {isOutdated(table, plan) && (
        <InlineNotification
          kind="warning"
          lowContrast
          hideCloseButton
          title={w("planned.outdated", { n: table.current.number })}
          subtitle={w("planned.outdatedDetail", { n: plan.basedOn })}
          data-testid="planned-outdated"
        />
      )}
      {state === "DEPLOYING" && <p className="version-mark__who">{w("planned.deploying")}</p>}
      {state === "PENDING_APPROVAL" && !yours && <p className="version-mark__who">{w("planned.waits")}</p>}
      {yours && !isOutdated(table, plan) && (
        <p>
          <strong>{w("planned.yours", { who: author.name })}</strong>
        </p>
      )}
    </>
  );
}
