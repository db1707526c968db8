import { Button, InlineNotification, TextArea } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { tryAssistant } from "../api/campaigns";
import { handOverReason } from "../desk/content/happening";
import { useI18n } from "../i18n/i18n";
import { errorWords } from "../i18n/reasons";
import { useForm } from "./form";

/** What the AI agent, as it was saved last, would answer. */
export function TryAssistant() {
  const i18n = useI18n();
  const { t } = i18n;
  const { draft } = useForm();
  const [text, setText] = useState("");
  const trial = useMutation({ mutationFn: () => tryAssistant(draft.id, text) });
  const tried = trial.data;
  return (
    <section className="cards" aria-labelledby="try-assistant">
      <h3 id="try-assistant" className="cards__title">
        {t("try.title")}
      </h3>
      <p className="panel__help">{t("try.help")}</p>
      <TextArea
        id="try-assistant-text"
        rows={2}
        maxCount={2000}
        labelText={t("try.question")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button kind="tertiary" size="sm" disabled={text.trim() === "" || trial.isPending} onClick={() => trial.mutate()}>
        {t("try.ask")}
      </Button>
      {trial.isError && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t("try.failed")}
          subtitle={errorWords(trial.error, t)}
        />
      )}
      {tried !== undefined && (
        <div className="preview" role="status" data-testid="tried">
          {tried.answers.map((answer) => (
            <p key={answer} className="preview__bubble">
              {answer}
            </p>
          ))}
          {tried.reason !== null && <p>{t("happening.HANDED_OVER", { reason: handOverReason(tried.reason, i18n) })}</p>}
          <p className="preview__label">
            {t("try.score", { score: tried.score.toFixed(2), threshold: tried.threshold.toFixed(2) })}
            {tried.sources.length > 0 && ` · ${t("try.sources", { sources: tried.sources.join(", ") })}`}
          </p>
        </div>
      )}
    </section>
  );
}
