import { Modal, RadioButton, RadioButtonGroup, TextArea } from "@carbon/react";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useStudio } from "../words";

type ClosingDialogProps = {
  text: string;
  schedule: string;
  isShared: boolean;
  onSave: (text: string, alone: boolean) => void;
  onClose: () => void;
};

/** The text for when it is closed; where other schedules have it, too, one says whether they are meant. */
export function ClosingDialog({ text, schedule, isShared, onSave, onClose }: ClosingDialogProps) {
  const { w, t } = useStudio();
  const [said, setSaid] = useState(text);
  const [alone, setAlone] = useState(isShared);
  return createPortal(
    <Modal
      open
      size="sm"
      modalHeading={w("closing.title")}
      primaryButtonText={w("hours.save")}
      primaryButtonDisabled={said.trim() === text}
      secondaryButtonText={w("dialog.cancel")}
      closeButtonLabel={t("app.close")}
      selectorPrimaryFocus="#closing-text"
      onRequestClose={onClose}
      onRequestSubmit={() => onSave(said, alone)}
      data-testid="closing-dialog"
    >
      <div className="hours__form">
        <TextArea
          id="closing-text"
          rows={3}
          labelText={w("closing.text")}
          helperText={w("closing.help", { placeholder: "{{nextOpening}}" })}
          value={said}
          onChange={(event) => setSaid(event.target.value)}
        />
        {isShared && (
          <RadioButtonGroup
            name="closing-for"
            orientation="vertical"
            legendText={w("closing.for")}
            valueSelected={alone ? "alone" : "all"}
            onChange={(value) => setAlone(value === "alone")}
          >
            <RadioButton id="closing-alone" value="alone" labelText={w("closing.alone", { schedule })} />
            <RadioButton id="closing-all" value="all" labelText={w("closing.all")} />
          </RadioButtonGroup>
        )}
      </div>
    </Modal>,
    document.body,
  );
}
