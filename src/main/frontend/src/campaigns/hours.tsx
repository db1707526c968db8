import { ComboBox } from "@carbon/react";
import { AFTER_HOURS } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { ChoiceField, NumberField } from "./fields";
import { useForm } from "./form";
import { LocalisedField } from "./LocalisedField";

const ZONES = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
const HOURS_A_WEEK = 168;

/** When its desk is open, and what is said when it is not. */
export function Hours() {
  const { t } = useI18n();
  const { draft, options, change } = useForm();
  const schedules = [...new Set(["", ...(options?.schedules ?? []), draft.schedule])];
  const words = (schedule: string) => {
    if (schedule === "") return t("field.scheduleNone");
    if (schedule === "always" || schedule === "office") return `${t(`schedule.${schedule}`)} (${schedule})`;
    return schedule;
  };
  return (
    <>
      <ChoiceField
        field="schedule"
        label="field.schedule"
        help="field.scheduleHelp"
        value={draft.schedule}
        choices={schedules}
        words={words}
        onChange={(schedule) => change({ schedule })}
      />
      <ComboBox
        id="zone"
        size="md"
        titleText={t("field.zone")}
        items={ZONES.includes(draft.zone) ? ZONES : [draft.zone, ...ZONES]}
        selectedItem={draft.zone}
        onChange={({ selectedItem }) => {
          if (selectedItem) change({ zone: selectedItem });
        }}
      />
      <ChoiceField
        field="afterHours.then"
        label="field.then"
        value={draft.afterHours.then}
        choices={AFTER_HOURS}
        words={(then) => t(`then.${then}`)}
        onChange={(then) => change({ afterHours: { ...draft.afterHours, then } })}
      />
      <LocalisedField
        field="afterHours.text"
        label={t("field.afterHoursText")}
        help={t("field.afterHoursTextHelp")}
        text={draft.afterHours.text}
        onChange={(text) => change({ afterHours: { ...draft.afterHours, text } })}
      />
      <NumberField
        field="afterHours.quietHours"
        label="field.quietHours"
        value={draft.afterHours.quietHours}
        max={HOURS_A_WEEK}
        onChange={(quietHours) => change({ afterHours: { ...draft.afterHours, quietHours } })}
      />
    </>
  );
}
