import { InlineNotification } from "@carbon/react";
import type { ScheduleOf } from "../../api/ruleTables";
import { useStudio } from "../words";

/** Which campaigns go by a schedule: hours that nobody asks for have no effect. */
export function ScheduleUse({ users, schedule }: { users: readonly ScheduleOf[]; schedule: string }) {
  const { w, formats } = useStudio();
  const names = users.map(({ name, enabled }) => (enabled ? name : w("hours.off", { campaign: name })));
  const named = new Intl.ListFormat(formats.locale).format(names);
  if (users.some(({ enabled }) => enabled))
    return (
      <p className="hours__use" data-testid="schedule-use">
        {w("hours.usedBy", { campaigns: named })} <span className="hours__hint">{w("hours.chosenWhere")}</span>
      </p>
    );
  return (
    <InlineNotification
      kind="warning"
      lowContrast
      hideCloseButton
      className="hours__use"
      title={w("hours.unused", { schedule })}
      subtitle={`${users.length > 0 ? `${w("hours.usedOff", { campaigns: named })} ` : ""}${w("hours.chosenWhere")}`}
      data-testid="schedule-unused"
    />
  );
}
