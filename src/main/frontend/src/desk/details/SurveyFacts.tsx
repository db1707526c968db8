import { useQuery } from "@tanstack/react-query";
import { useI18n } from "../../i18n/i18n";
import { surveyQuery } from "../../live/finished";
import { Stars } from "./Stars";

/** What the customer said of the conversation when it was over. */
export function SurveyFacts({ id }: { id: string }) {
  const { t, formats } = useI18n();
  const { data } = useQuery(surveyQuery(id));
  if (data === undefined || data.askedAt === null) return null;
  const { score, comment, ratedAt } = data;
  return (
    <section data-testid="survey">
      <h3 className="details__heading">{t("survey.title")}</h3>
      {score === null ? (
        <p className="details__post">{t("survey.unanswered", { when: formats.moment(data.askedAt) })}</p>
      ) : (
        <Stars score={score} size={20} />
      )}
      {comment !== null && <blockquote className="stars__comment">{comment}</blockquote>}
      {ratedAt !== null && <p className="details__id">{formats.moment(ratedAt)}</p>}
    </section>
  );
}
