import { Star, StarFilled } from "@carbon/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useI18n } from "../../i18n/i18n";
import { surveyQuery } from "../../live/finished";

const SCORES = [1, 2, 3, 4, 5];

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
        <p className="stars" role="img" aria-label={t("survey.score", { n: score })}>
          {SCORES.map((n) => (n <= score ? <StarFilled key={n} size={20} /> : <Star key={n} size={20} />))}
        </p>
      )}
      {comment !== null && <blockquote className="stars__comment">{comment}</blockquote>}
      {ratedAt !== null && <p className="details__id">{formats.moment(ratedAt)}</p>}
    </section>
  );
}
