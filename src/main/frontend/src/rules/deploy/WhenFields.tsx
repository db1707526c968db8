import { Checkbox, RadioButton, RadioButtonGroup, TextInput } from "@carbon/react";
import { useStudio } from "../words";
import { faultOf, instantOf, typedOf, type When, zoneOf } from "./when";

const AN_HOUR_MS = 3_600_000;

type WhenFieldsProps = { when: When; now: number; needsApproval: boolean; onChange: (when: When) => void };

/** When a change takes effect, and whether somebody else looks at it before. */
export function WhenFields({ when, now, needsApproval, onChange }: WhenFieldsProps) {
  const { w, formats, language } = useStudio();
  const fault = faultOf(when, now);
  const instant = instantOf(when);
  // Of today it is the time that is past.
  const late = fault === "past" && when.day === typedOf(new Date(now)).day;
  const words = fault === null ? "" : w(`when.${fault}`);
  const suggested = () => (when.day === "" ? typedOf(new Date(Date.now() + AN_HOUR_MS)) : {});
  return (
    <div className="when">
      <RadioButtonGroup
        name="deploy-when"
        legendText={w("when.title")}
        valueSelected={when.later ? "later" : "now"}
        onChange={(chosen) => onChange({ ...when, ...(chosen === "later" && suggested()), later: chosen === "later" })}
      >
        <RadioButton
          id="deploy-now"
          value="now"
          labelText={w(needsApproval || when.approval ? "when.approved" : "when.now")}
        />
        <RadioButton id="deploy-later" value="later" labelText={w("when.later")} />
      </RadioButtonGroup>
      {when.later && (
        <div>
          <div className="when__pair">
            <TextInput
              id="deploy-day"
              type="date"
              labelText={w("when.day")}
              min={typedOf(new Date(now)).day}
              value={when.day}
              invalid={fault !== null && !late}
              invalidText={words}
              onChange={({ target }) => onChange({ ...when, day: target.value })}
            />
            <TextInput
              id="deploy-time"
              type="time"
              labelText={w("when.time")}
              value={when.time}
              invalid={late}
              invalidText={words}
              onChange={({ target }) => onChange({ ...when, time: target.value })}
            />
          </div>
          <p className="when__zone" data-testid="deploy-zone">
            {instant === null
              ? w("when.zone", { zone: zoneOf(new Date(), language) })
              : w("when.instant", { when: formats.full(instant.toISOString()), zone: zoneOf(instant, language) })}
          </p>
        </div>
      )}
      {needsApproval ? (
        <p className="when__needed">{w("when.needed")}</p>
      ) : (
        <Checkbox
          id="deploy-approval"
          labelText={w("when.ask")}
          helperText={w("when.askHelp")}
          checked={when.approval}
          onChange={(_, { checked }) => onChange({ ...when, approval: checked })}
        />
      )}
    </div>
  );
}
