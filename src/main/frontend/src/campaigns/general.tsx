import { Checkbox, CheckboxGroup, TextArea, TextInput } from "@carbon/react";
import { CHANNELS } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { wordsOf } from "./draft";
import { WordsField } from "./fields";
import { useForm } from "./form";

/** Adds one to a list or takes it out. */
const toggled = <T,>(list: readonly T[], one: T, on: boolean) =>
  on ? [...list, one] : list.filter((other) => other !== one);

/** What the campaign is for: its Pages and channels. */
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
            labelText={channel === "WIDGET" ? t("field.channelLater") : t(`channel.${channel}`)}
            checked={draft.channels.includes(channel)}
            disabled={draft.catchAll || (channel === "WIDGET" && !draft.channels.includes(channel))}
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
