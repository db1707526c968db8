import { Add, Bot, Chat, TrashCan } from "@carbon/icons-react";
import { Button, IconButton, TextArea, TextInput } from "@carbon/react";
import { useState } from "react";
import { ASSISTANTS, type CannedResponse, type Entry } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import { Empty } from "../shell/Empty";
import { ChoiceField, NumberField, SwitchField } from "./fields";
import { useForm } from "./form";
import { LocalisedField } from "./LocalisedField";
import { TryAssistant } from "./TryAssistant";
import { useRowKeys } from "./useRowKeys";

const MOST = 300;

/** The campaign's AI agent and what it answers from. */
export function AssistantSection() {
  const { t } = useI18n();
  const { draft, change } = useForm();
  const { assistant } = draft;
  const rows = useRowKeys(assistant.entries.length);
  const set = (changes: Partial<typeof assistant>) => change({ assistant: { ...assistant, ...changes } });
  const put = (index: number, changes: Partial<Entry>) =>
    set({ entries: assistant.entries.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)) });
  return (
    <>
      <SwitchField field="assistant.on" label="field.assistantOn" on={assistant.on} onChange={(on) => set({ on })} />
      <ChoiceField
        field="assistant.kind"
        label="field.assistantKind"
        value={assistant.kind}
        choices={ASSISTANTS}
        words={(kind) => t(`assistant.${kind}`)}
        onChange={(kind) => set({ kind })}
      />
      <div className="campaign__numbers">
        <NumberField
          field="assistant.turns"
          label="field.turns"
          value={assistant.turns}
          min={1}
          max={50}
          onChange={(turns) => set({ turns })}
        />
        {assistant.kind === "BUILT_IN" ? (
          <NumberField
            field="assistant.threshold"
            label="field.threshold"
            help="field.thresholdHelp"
            value={assistant.threshold}
            max={1}
            step={0.01}
            onChange={(threshold) => set({ threshold })}
          />
        ) : (
          <NumberField
            field="assistant.costLimit"
            label="field.costLimit"
            value={assistant.costLimit}
            max={100}
            step={0.01}
            onChange={(costLimit) => set({ costLimit })}
          />
        )}
      </div>
      <section className="cards" aria-labelledby="entries">
        <h3 id="entries" className="cards__title">
          {t("field.entries")}
        </h3>
        <p className="panel__help">{t("field.entriesHelp")}</p>
        {assistant.entries.length === 0 && <Empty icon={Bot} title={t("field.entriesNone")} />}
        {assistant.entries.map((entry, index) => (
          <EntryCard
            key={rows.keyOf(index)}
            entry={entry}
            index={index}
            onChange={(changes) => put(index, changes)}
            onRemove={() => {
              rows.removed(index);
              set({ entries: assistant.entries.filter((_, at) => at !== index) });
            }}
          />
        ))}
        <Button
          kind="ghost"
          size="sm"
          renderIcon={Add}
          disabled={assistant.entries.length >= MOST}
          onClick={() => {
            rows.added();
            set({ entries: [...assistant.entries, { questions: [], answer: {} }] });
          }}
        >
          {t("field.addEntry")}
        </Button>
      </section>
      <TryAssistant />
    </>
  );
}

type EntryCardProps = {
  entry: Entry;
  index: number;
  onChange: (changes: Partial<Entry>) => void;
  onRemove: () => void;
};

function EntryCard({ entry, index, onChange, onRemove }: EntryCardProps) {
  const { t } = useI18n();
  const { fault } = useForm();
  const field = `assistant.entries[${index}]`;
  const n = index + 1;
  const [questions, setQuestions] = useState(entry.questions.join("\n"));
  return (
    <fieldset className="card">
      <legend className="visually-hidden">{t("field.entry", { n })}</legend>
      <div className="card__head">
        <h4 className="card__title">{t("field.entry", { n })}</h4>
        <IconButton kind="ghost" size="sm" align="left" label={t("field.removeEntry", { n })} onClick={onRemove}>
          <TrashCan size={16} />
        </IconButton>
      </div>
      <TextArea
        id={`${field}.questions`}
        rows={2}
        labelText={t("field.questions")}
        value={questions}
        invalid={fault(`${field}.questions`) !== undefined}
        invalidText={fault(`${field}.questions`)}
        onChange={(event) => {
          setQuestions(event.target.value);
          onChange({
            questions: event.target.value
              .split("\n")
              .map((line) => line.trim())
              .filter((line) => line !== ""),
          });
        }}
      />
      <LocalisedField
        field={`${field}.answer`}
        label={t("field.answer")}
        text={entry.answer}
        onChange={(answer) => onChange({ answer })}
      />
    </fieldset>
  );
}

/** Texts that agents put into their answers. */
export function CannedSection() {
  const { t } = useI18n();
  const { draft, change, fault } = useForm();
  const responses = draft.cannedResponses;
  const rows = useRowKeys(responses.length);
  const put = (index: number, changes: Partial<CannedResponse>) =>
    change({ cannedResponses: responses.map((one, at) => (at === index ? { ...one, ...changes } : one)) });
  const wrong = fault("cannedResponses");
  return (
    <section className="cards">
      <p className="panel__help">{t("field.cannedHelp")}</p>
      {wrong !== undefined && (
        <p className="dialog__fault" role="alert">
          {wrong}
        </p>
      )}
      {responses.length === 0 && <Empty icon={Chat} title={t("field.cannedNone")} />}
      {responses.map((response, index) => (
        <CannedCard
          key={rows.keyOf(index)}
          response={response}
          index={index}
          onChange={(changes) => put(index, changes)}
          onRemove={() => {
            rows.removed(index);
            change({ cannedResponses: responses.filter((_, at) => at !== index) });
          }}
        />
      ))}
      <Button
        kind="ghost"
        size="sm"
        renderIcon={Add}
        disabled={responses.length >= MOST}
        onClick={() => {
          rows.added();
          change({ cannedResponses: [...responses, { shortcut: "", title: "", text: {} }] });
        }}
        data-testid="add-canned"
      >
        {t("field.addCanned")}
      </Button>
    </section>
  );
}

type CannedCardProps = {
  response: CannedResponse;
  index: number;
  onChange: (changes: Partial<CannedResponse>) => void;
  onRemove: () => void;
};

function CannedCard({ response, index, onChange, onRemove }: CannedCardProps) {
  const { t } = useI18n();
  const { fault } = useForm();
  const field = `cannedResponses[${index}]`;
  return (
    <fieldset className="card">
      <legend className="visually-hidden">{response.title || response.shortcut}</legend>
      <div className="card__row">
        <TextInput
          id={`${field}.shortcut`}
          size="md"
          className="card__short"
          labelText={t("field.shortcut")}
          value={response.shortcut}
          maxLength={32}
          invalid={fault(`${field}.shortcut`) !== undefined}
          invalidText={fault(`${field}.shortcut`)}
          onChange={(event) => onChange({ shortcut: event.target.value.toLowerCase() })}
        />
        <TextInput
          id={`${field}.title`}
          size="md"
          labelText={t("field.cannedTitle")}
          value={response.title}
          maxLength={100}
          invalid={fault(`${field}.title`) !== undefined}
          invalidText={fault(`${field}.title`)}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <IconButton
          kind="ghost"
          size="md"
          align="left"
          label={t("field.removeCanned", { name: response.title || response.shortcut })}
          onClick={onRemove}
        >
          <TrashCan size={16} />
        </IconButton>
      </div>
      <LocalisedField
        field={`${field}.text`}
        label={t("field.cannedText")}
        text={response.text}
        onChange={(text) => onChange({ text })}
      />
    </fieldset>
  );
}
