import { useI18n } from "../i18n/i18n";
import { NumberField, SwitchField } from "./fields";
import { useForm } from "./form";
import { LocalisedField } from "./LocalisedField";
import { withUsualWords } from "./usualSurvey";

/** How a customer is greeted. */
export function Greeting() {
  const { t } = useI18n();
  const { draft, change } = useForm();
  const { greeting } = draft;
  return (
    <>
      {draft.channels.includes("COMMENT") && <p className="panel__help">{t("field.greetingNotPublic")}</p>}
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

/** What a customer is asked at the end. */
export function Survey() {
  const { t, language } = useI18n();
  const { draft, change } = useForm();
  const { survey } = draft;
  return (
    <>
      {draft.channels.includes("COMMENT") && <p className="panel__help">{t("field.surveyNotPublic")}</p>}
      <SwitchField
        field="survey.on"
        label="field.surveyOn"
        on={survey.on}
        onChange={(on) => change({ survey: on ? withUsualWords({ ...survey, on }, language) : { ...survey, on } })}
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
