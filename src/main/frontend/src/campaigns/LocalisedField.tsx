import { TrashCan } from "@carbon/icons-react";
import { Button, IconButton, TextArea } from "@carbon/react";
import { useRef } from "react";
import { DEFAULT_LANGUAGE, type Localised } from "../api/campaigns";
import { useI18n } from "../i18n/i18n";
import type { WordKey } from "../i18n/words";
import { LOCALES } from "../pages/profileForm";
import { putCaret } from "../shell/caret";
import { AddChoice } from "./AddChoice";
import { LONGEST_TEXT, languagesOf } from "./draft";
import { useForm } from "./form";
import { Preview } from "./Preview";

const LANGUAGES = [
  "fr",
  "en",
  "de",
  "es",
  "it",
  "nl",
  "pt",
  "pl",
  "ar",
  ...LOCALES.map((one) => one.replace("_", "-")),
];

type LocalisedFieldProps = {
  field: string;
  label: string;
  help?: string;
  text: Localised;
  onChange: (text: Localised) => void;
};

/** A text for customers in several languages, each with how it will read. */
export function LocalisedField({ field, label, help, text, onChange }: LocalisedFieldProps) {
  const { t, formats } = useI18n();
  const { fault } = useForm();
  const named = (language: string) =>
    language === DEFAULT_LANGUAGE ? t("text.default") : formats.language(language.replace("-", "_"));
  const languages = languagesOf(text);
  const free = LANGUAGES.filter((language) => !languages.includes(language));
  return (
    <fieldset className="localised" data-testid={field}>
      <legend className="localised__label">{label}</legend>
      {help !== undefined && <p className="panel__help">{help}</p>}
      {languages.map((language) => (
        <Language
          key={language}
          id={`${field}.${language}`}
          label={label}
          name={named(language)}
          language={language}
          text={text[language] ?? ""}
          fault={fault(`${field}.${language}`) ?? (language === DEFAULT_LANGUAGE ? fault(field) : undefined)}
          onChange={(words) => onChange({ ...text, [language]: words })}
          {...(language !== DEFAULT_LANGUAGE && {
            onRemove: () => onChange(Object.fromEntries(Object.entries(text).filter(([one]) => one !== language))),
          })}
        />
      ))}
      <AddChoice
        id={`${field}-add`}
        label={t("text.addLanguage")}
        choices={free.map((language) => ({ id: language, name: named(language) }))}
        onAdd={(language) => onChange({ [DEFAULT_LANGUAGE]: "", ...text, [language]: "" })}
      />
    </fieldset>
  );
}

type LanguageProps = {
  id: string;
  label: string;
  name: string;
  language: string;
  text: string;
  fault: string | undefined;
  onChange: (text: string) => void;
  onRemove?: () => void;
};

function Language({ id, label, name, language, text, fault, onChange, onRemove }: LanguageProps) {
  const { t } = useI18n();
  const { options } = useForm();
  const area = useRef<HTMLTextAreaElement>(null);

  function insert(placeholder: string) {
    const at = area.current?.selectionStart ?? text.length;
    const put = `{{${placeholder}}}`;
    const rest = text.slice(area.current?.selectionEnd ?? at);
    putCaret(area.current, at + put.length, () => onChange(text.slice(0, at) + put + rest));
  }

  return (
    <div className="localised__language">
      <div className="localised__words">
        <TextArea
          ref={area}
          id={id}
          rows={2}
          labelText={
            <>
              <span className="visually-hidden">{label}: </span>
              {name}
            </>
          }
          value={text}
          maxLength={LONGEST_TEXT}
          invalid={fault !== undefined}
          invalidText={fault}
          onChange={(event) => onChange(event.target.value)}
        />
        <div className="localised__tools">
          {options?.placeholders.map((placeholder) => (
            <Button key={placeholder} kind="ghost" size="sm" onClick={() => insert(placeholder)}>
              <span className="visually-hidden">{t("text.insert")} </span>+ {placeholderWords(placeholder, t)}
            </Button>
          ))}
          {onRemove !== undefined && (
            <IconButton
              kind="ghost"
              size="sm"
              align="left"
              label={t("text.remove", { language: name })}
              onClick={onRemove}
            >
              <TrashCan size={16} />
            </IconButton>
          )}
        </div>
      </div>
      <Preview text={text} language={language} />
    </div>
  );
}

function placeholderWords(placeholder: string, t: (key: WordKey) => string): string {
  switch (placeholder) {
    case "customer.firstName":
    case "agent":
    case "nextOpening":
      return t(`placeholder.${placeholder}`);
    default:
      return placeholder;
  }
}
