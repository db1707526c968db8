import { TrashCan } from "@carbon/icons-react";
import { Button, Modal } from "@carbon/react";
import { useState } from "react";
import { createPortal } from "react-dom";
import { dayName } from "../studio/cellWords";
import { WEEKDAYS } from "../studio/condition";
import { useStudio } from "../words";
import { DAY } from "./segments";
import { TimeInput } from "./TimeInput";
import type { Range } from "./week";

type RangeDialogProps = {
  range: Range;
  /** Whether it is not on the grid yet. */
  isNew: boolean;
  onSave: (range: Range) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** The times of a stretch, for those who rather type than drag. */
export function RangeDialog({ range, isNew, onSave, onRemove, onClose }: RangeDialogProps) {
  const studio = useStudio();
  const { w, t } = studio;
  const [from, setFrom] = useState<number | null>(range.from);
  const [to, setTo] = useState<number | null>(range.to > DAY ? range.to - DAY : range.to);
  const day = dayName(WEEKDAYS[range.day] ?? "", studio);
  const isOver = from !== null && to !== null && to <= from && to > 0;
  const until = to === null ? null : to === 0 ? DAY : isOver ? to + DAY : to;
  const isBad = from === null || until === null || from === DAY;
  return createPortal(
    <Modal
      open
      size="xs"
      modalHeading={w(isNew ? "hours.addTitle" : "hours.changeTitle", { day })}
      primaryButtonText={w("hours.save")}
      primaryButtonDisabled={isBad}
      secondaryButtonText={w("dialog.cancel")}
      closeButtonLabel={t("app.close")}
      selectorPrimaryFocus="#range-from"
      shouldSubmitOnEnter
      onRequestClose={onClose}
      onRequestSubmit={() => !isBad && onSave({ day: range.day, from, to: until })}
      data-testid="range-dialog"
    >
      <div className="hours__pair">
        <TimeInput id="range-from" label={w("hours.from")} minute={from} onChange={setFrom} />
        <TimeInput id="range-to" label={w("hours.to")} minute={to} onChange={setTo} />
      </div>
      <p className="hours__hint" aria-live="polite">
        {isOver ? w("hours.nextDay") : ""}
      </p>
      {!isNew && (
        <Button
          kind="danger--ghost"
          size="sm"
          renderIcon={TrashCan}
          onClick={onRemove}
          // The dialog takes Enter for its first button, wherever it is pressed.
          onKeyDown={(event) => event.key === "Enter" && event.stopPropagation()}
          data-testid="range-remove"
        >
          {w("hours.remove")}
        </Button>
      )}
    </Modal>,
    document.body,
  );
}
