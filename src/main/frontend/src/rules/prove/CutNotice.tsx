import { InlineNotification } from "@carbon/react";
import { useStudio } from "../words";

/** Says that a table is asked less than it was then. */
export function CutNotice({ columns }: { columns: readonly string[] }) {
  const { w } = useStudio();
  if (columns.length === 0) return null;
  return (
    <InlineNotification
      kind="warning"
      lowContrast
      hideCloseButton
      title={w("cut.title", { columns: columns.join(", ") })}
      subtitle={w("cut.detail")}
      className="studio__notice"
      data-testid="cut"
    />
  );
}
