import { Checkbox, CheckboxGroup, Modal } from "@carbon/react";
import { useState } from "react";
import { createPortal } from "react-dom";
import { dayName } from "../studio/cellWords";
import { WEEKDAYS } from "../studio/condition";
import { useStudio } from "../words";
import { DAYS } from "./week";

type CopyDialogProps = { day: number; onCopy: (to: readonly number[]) => void; onClose: () => void };

/** Which days are to have the hours of one. */
export function CopyDialog({ day, onCopy, onClose }: CopyDialogProps) {
  const studio = useStudio();
  const { w, t } = studio;
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const name = (one: number) => dayName(WEEKDAYS[one] ?? "", studio);
  return createPortal(
    <Modal
      open
      size="xs"
      modalHeading={w("hours.copyTitle", { day: name(day) })}
      primaryButtonText={w("hours.copyDo")}
      primaryButtonDisabled={chosen.length === 0}
      secondaryButtonText={w("dialog.cancel")}
      closeButtonLabel={t("app.close")}
      onRequestClose={onClose}
      onRequestSubmit={() => onCopy(chosen)}
      data-testid="copy-dialog"
    >
      <CheckboxGroup legendText={w("hours.copyHelp")}>
        {DAYS.filter((one) => one !== day).map((one) => (
          <Checkbox
            key={one}
            id={`copy-${one}`}
            labelText={name(one)}
            checked={chosen.includes(one)}
            onChange={(_, { checked }) =>
              setChosen(DAYS.filter((other) => (other === one ? checked : chosen.includes(other))))
            }
          />
        ))}
      </CheckboxGroup>
    </Modal>,
    document.body,
  );
}
