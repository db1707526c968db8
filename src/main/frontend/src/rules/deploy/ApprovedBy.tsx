import type { Step } from "../../api/ruleTables";
import { useStudio } from "../words";

/** Who has approved of a change, when, and what they said; nothing where nobody was asked. */
export function ApprovedBy({ approved }: { approved: Step | null }) {
  const { w, formats } = useStudio();
  if (approved?.by == null) return null;
  return (
    <p className="version-mark__who" data-testid="approved-by">
      {w("planned.approvedBy", { who: approved.by.name, when: formats.moment(approved.at) })}
      {approved.comment !== null && ` ${w("version.reason", { reason: approved.comment })}`}
    </p>
  );
}
