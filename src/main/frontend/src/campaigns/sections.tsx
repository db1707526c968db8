import { Checkbox, CheckboxGroup, ComboBox, TextArea, TextInput } from "@carbon/react";
import { AFTER_HOURS, CHANNELS, OVERFLOWS } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { wordsOf } from "./draft";
import { ChoiceField, NumberField, SwitchField, WordsField } from "./fields";
import { useForm } from "./form";
import { LocalisedField } from "./LocalisedField";

const ZONES = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
const HOURS_A_WEEK = 168;
const DAY = 86_400;

/** Adds one to a list or takes it out. */
const toggled = <T,>(list: readonly T[], one: T, on: boolean) =>
  on ? [...list, one] : list.filter((other) => other !== one);

export function General() {
  const { t } = useI18n();
  const { draft, options, change, fault } = useForm();
  const known = options?.pages ?? [];
  const gone = options === undefined ? [] : draft.pages.filter((id) => known.every((page) => page.id !== id));
  const pages = [...known, ...gone.map((id) => ({ id, name: t("field.pageGone", { id }) }))];
  return (
    <>
      <TextInput
        id="name"
        size="md"
        labelText={t("field.name")}
        helperText={t("field.id", { id: draft.id })}
        value={draft.name}
        maxLength={100}
        invalid={draft.name.trim() === "" || fault("name") !== undefined}
        invalidText={fault("name") ?? t("fault.BLANK")}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextArea
        id="objective"
        rows={2}
        labelText={t("field.objective")}
        helperText={t("field.objectiveHelp")}
        value={draft.objective}
        maxLength={1000}
        invalid={fault("objective") !== undefined}
        invalidText={fault("objective")}
        onChange={(event) => change({ objective: event.target.value })}
      />
      <CheckboxGroup
        legendText={t("field.channels")}
        invalid={fault("channels") !== undefined}
        invalidText={fault("channels")}
      >
        {CHANNELS.map((channel) => (
          <Checkbox
            key={channel}
            id={`channel-${channel}`}
            labelText={t(`channel.${channel}`)}
            checked={draft.channels.includes(channel)}
            disabled={draft.catchAll}
            onChange={(_, { checked }) => change({ channels: toggled(draft.channels, channel, checked) })}
          />
        ))}
      </CheckboxGroup>
      {draft.catchAll ? (
        <p className="panel__help">{t("field.pagesAll")}</p>
      ) : (
        <CheckboxGroup
          legendText={t("field.pages")}
          invalid={fault("pages") !== undefined}
          invalidText={fault("pages")}
          helperText={options !== undefined && pages.length === 0 ? t("field.pagesNone") : undefined}
        >
          {pages.map(({ id, name }) => (
            <Checkbox
              key={id}
              id={`page-${id}`}
              labelText={name}
              checked={draft.pages.includes(id)}
              onChange={(_, { checked }) => change({ pages: toggled(draft.pages, id, checked) })}
            />
          ))}
        </CheckboxGroup>
      )}
      <WordsField
        field="tags"
        label={t("field.tags")}
        help={t("field.tagsHelp")}
        words={draft.tags}
        onText={(text) => change({ tags: wordsOf(text) })}
      />
    </>
  );
}

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

export function Greeting() {
  const { t } = useI18n();
  const { draft, change } = useForm();
  const { greeting } = draft;
  return (
    <>
      <SwitchField
        field="greeting.on"
        label="field.greetingOn"
        on={greeting.on}
        onChange={(on) => change({ greeting: { ...greeting, on } })}
      />
      <LocalisedField
        field="greeting.text"
        label={t("field.greetingText")}
        text={greeting.text}
        onChange={(text) => change({ greeting: { ...greeting, text } })}
      />
      <LocalisedField
        field="greeting.automatedNotice"
        label={t("field.automatedNotice")}
        help={t("field.automatedNoticeHelp")}
        text={greeting.automatedNotice}
        onChange={(automatedNotice) => change({ greeting: { ...greeting, automatedNotice } })}
      />
    </>
  );
}

export function Survey() {
  const { t } = useI18n();
  const { draft, change } = useForm();
  const { survey } = draft;
  return (
    <>
      <SwitchField
        field="survey.on"
        label="field.surveyOn"
        on={survey.on}
        onChange={(on) => change({ survey: { ...survey, on } })}
      />
      <LocalisedField
        field="survey.question"
        label={t("field.question")}
        text={survey.question}
        onChange={(question) => change({ survey: { ...survey, question } })}
      />
      <LocalisedField
        field="survey.commentQuestion"
        label={t("field.commentQuestion")}
        help={t("field.commentQuestionHelp")}
        text={survey.commentQuestion}
        onChange={(commentQuestion) => change({ survey: { ...survey, commentQuestion } })}
      />
      <LocalisedField
        field="survey.thanks"
        label={t("field.thanks")}
        text={survey.thanks}
        onChange={(thanks) => change({ survey: { ...survey, thanks } })}
      />
      <NumberField
        field="survey.notAgainDays"
        label="field.notAgainDays"
        value={survey.notAgainDays}
        max={365}
        onChange={(notAgainDays) => change({ survey: { ...survey, notAgainDays } })}
      />
    </>
  );
}
