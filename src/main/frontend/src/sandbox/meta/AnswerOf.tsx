import type { Answered } from "../../api/sandboxTypes";
import { useI18n } from "../../i18n/i18n";
import { opensSafely } from "../links";

/** What Pupitre answered to one of Meta's callbacks, with the address at which the state can be seen. */
export function AnswerOf({ answer }: { answer: Answered | null }) {
  const { t } = useI18n();
  if (answer === null) return null;
  const url = addressIn(answer.body);
  return (
    <div className="answer" role="status" data-testid="sandbox-answer">
      <p>{t("sandbox.answered", { status: answer.status })}</p>
      {answer.body !== "" && <code className="answer__body">{answer.body}</code>}
      {opensSafely(url) && (
        <a className="link" href={url} target="_blank" rel="noopener">
          {t("sandbox.answerState")}
        </a>
      )}
    </div>
  );
}

/** The `url` of the answer that Meta asks for (Meta's "Data Deletion Request Callback"), if there is one. */
export function addressIn(body: string): string | null {
  try {
    const { url } = JSON.parse(body) as { url?: unknown };
    return typeof url === "string" ? url : null;
  } catch {
    return null;
  }
}
