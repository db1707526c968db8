import { Star, StarFilled } from "@carbon/icons-react";
import { useI18n } from "../../i18n/i18n";

const SCORES = [1, 2, 3, 4, 5];

/** What a customer gave a conversation. */
export function Stars({ score, size }: { score: number; size: 16 | 20 }) {
  const { t } = useI18n();
  return (
    <span className="stars" role="img" aria-label={t("survey.score", { n: score })} data-testid="stars">
      {SCORES.map((n) => (n <= score ? <StarFilled key={n} size={size} /> : <Star key={n} size={size} />))}
    </span>
  );
}
