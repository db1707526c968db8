import {
  DatePicker,
  DatePickerInput,
  InlineNotification,
  Modal,
  RadioButton,
  RadioButtonGroup,
  TextArea,
  TextInput,
} from "@carbon/react";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useStudio } from "../words";
import type { Exception } from "./exceptions";
import { type Hours, HoursFields } from "./HoursFields";
import { isWholeDay, type Segment, tidy, WHOLE_DAY } from "./segments";

type Kind = "closed" | "allDay" | "hours";
type ExceptionDialogProps = {
  exception: Exception;
  isShared: boolean;
  onSave: (exception: Exception) => void;
  onClose: () => void;
};

const kindOf = ({ hours }: Exception): Kind => (hours.length === 0 ? "closed" : isWholeDay(hours) ? "allDay" : "hours");
/** The picker's days are of its own clock. */
const dateOf = (day: Date | undefined) => (day === undefined ? "" : new Intl.DateTimeFormat("sv-SE").format(day));
const dayOf = (date: string) => (date === "" ? "" : new Date(`${date}T00:00:00`));
const isGood = (hours: Hours): hours is Segment => hours.from !== null && hours.to !== null && hours.from < hours.to;

/** The dates of an exception, its name, and what counts then. */
export function ExceptionDialog({ exception, isShared, onSave, onClose }: ExceptionDialogProps) {
  const { w, t, language } = useStudio();
  const isNew = exception.rows.length === 0;
  const [said, setSaid] = useState(exception);
  const [kind, setKind] = useState<Kind>(kindOf(exception));
  const [hours, setHours] = useState<readonly Hours[]>(
    kindOf(exception) === "hours" ? exception.hours : [{ from: 9 * 60, to: 12 * 60 }],
  );
  const to = said.to === "" ? said.from : said.to;
  const badDates = said.from !== "" && to < said.from;
  const badHours = kind === "hours" && (hours.length === 0 || !hours.every(isGood));
  const picker = {
    datePickerType: "single",
    dateFormat: "d/m/Y",
    locale: { locale: language, firstDayOfWeek: 1 },
    allowInput: true,
  } as const;
  return createPortal(
    <Modal
      open
      size="sm"
      modalHeading={w(isNew ? "exceptions.addTitle" : "exceptions.changeTitle")}
      primaryButtonText={w("hours.save")}
      primaryButtonDisabled={said.from === "" || badDates || badHours}
      secondaryButtonText={w("dialog.cancel")}
      closeButtonLabel={t("app.close")}
      selectorPrimaryFocus="#exception-name"
      onRequestClose={onClose}
      onRequestSubmit={() => {
        const kept = kind === "closed" ? [] : kind === "allDay" ? WHOLE_DAY : tidy(hours.filter(isGood));
        onSave({ ...said, to, name: said.name.trim(), hours: kept });
      }}
      data-testid="exception-dialog"
    >
      <div className="hours__form">
        {isShared && <InlineNotification kind="info" lowContrast hideCloseButton title={w("exceptions.shared")} />}
        <TextInput
          id="exception-name"
          labelText={w("exceptions.name")}
          helperText={w("exceptions.nameHelp")}
          maxLength={100}
          value={said.name}
          onChange={(event) => setSaid({ ...said, name: event.target.value })}
        />
        <div className="hours__dates">
          <DatePicker
            {...picker}
            value={dayOf(said.from)}
            onChange={([day]) => setSaid((before) => ({ ...before, from: dateOf(day) }))}
          >
            <DatePickerInput
              id="exception-from"
              labelText={w("exceptions.first")}
              placeholder={w("exceptions.format")}
            />
          </DatePicker>
          <DatePicker
            {...picker}
            value={dayOf(said.to)}
            onChange={([day]) => setSaid((before) => ({ ...before, to: dateOf(day) }))}
          >
            <DatePickerInput
              id="exception-to"
              labelText={w("exceptions.last")}
              helperText={w("exceptions.lastHelp")}
              placeholder={w("exceptions.format")}
              invalid={badDates}
              invalidText={w("exceptions.badDates")}
            />
          </DatePicker>
        </div>
        <RadioButtonGroup
          name="exception-kind"
          orientation="vertical"
          legendText={w("exceptions.on")}
          valueSelected={kind}
          onChange={(value) => setKind(value as Kind)}
        >
          <RadioButton id="exception-closed" value="closed" labelText={w("exceptions.isClosed")} />
          <RadioButton id="exception-hours" value="hours" labelText={w("exceptions.isOpen")} />
          <RadioButton id="exception-all-day" value="allDay" labelText={w("exceptions.isAllDay")} />
        </RadioButtonGroup>
        {kind === "hours" && <HoursFields hours={hours} onChange={setHours} isBad={badHours} />}
        {kind !== "allDay" && said.message !== null && (
          <TextArea
            id="exception-message"
            rows={2}
            labelText={w("exceptions.message")}
            helperText={w("exceptions.messageHelp")}
            value={said.message}
            onChange={(event) => setSaid({ ...said, message: event.target.value })}
          />
        )}
      </div>
    </Modal>,
    document.body,
  );
}
