import { OVERFLOWS } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { ChoiceField, NumberField } from "./fields";
import { useForm } from "./form";
import { LocalisedField } from "./LocalisedField";

const DAY = 86_400;

/** How long customers wait, and what happens when they wait long. */
export function Waiting() {
  const { t } = useI18n();
  const { draft, options, change } = useForm();
  const { thresholds, waiting } = draft;
  const seconds = ["serviceLevel", "dropout", "longWait", "offer", "chatTime", "idle"] as const;
  const teams = options?.teams ?? [];
  return (
    <>
      <div className="campaign__numbers">
        {seconds.map((name) => (
          <NumberField
            key={name}
            field={`thresholds.${name}`}
            label={`field.${name}`}
            value={thresholds[name]}
            max={name === "idle" ? 7 * DAY : DAY}
            seconds
            onChange={(value) => change({ thresholds: { ...thresholds, [name]: value } })}
          />
        ))}
        <NumberField
          field="thresholds.serviceLevelTarget"
          label="field.serviceLevelTarget"
          value={thresholds.serviceLevelTarget}
          min={1}
          max={100}
          onChange={(value) => change({ thresholds: { ...thresholds, serviceLevelTarget: value } })}
        />
        <NumberField
          field="waiting.maximum"
          label="field.maximum"
          help="field.maximumHelp"
          value={waiting.maximum}
          max={10_000}
          onChange={(maximum) => change({ waiting: { ...waiting, maximum } })}
        />
      </div>
      <LocalisedField
        field="waiting.longWaitText"
        label={t("field.longWaitText")}
        text={waiting.longWaitText}
        onChange={(longWaitText) => change({ waiting: { ...waiting, longWaitText } })}
      />
      <ChoiceField
        field="waiting.overflow"
        label="field.overflow"
        value={waiting.overflow}
        choices={OVERFLOWS}
        words={(overflow) => t(`overflow.${overflow}`)}
        onChange={(overflow) => change({ waiting: { ...waiting, overflow } })}
      />
      {waiting.overflow === "TEAM" && (
        <ChoiceField
          field="waiting.team"
          label="field.team"
          value={waiting.team ?? ""}
          choices={["", ...teams.map(({ id }) => id)]}
          words={(id) => teams.find((team) => team.id === id)?.name ?? t("field.teamNone")}
          onChange={(team) => change({ waiting: { ...waiting, team: team === "" ? null : team } })}
        />
      )}
      <LocalisedField
        field="waiting.overflowText"
        label={t("field.overflowText")}
        text={waiting.overflowText}
        onChange={(overflowText) => change({ waiting: { ...waiting, overflowText } })}
      />
    </>
  );
}
