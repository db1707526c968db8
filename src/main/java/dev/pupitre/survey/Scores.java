package dev.pupitre.survey;

import dev.pupitre.kernel.ConversationId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What customers said of their conversations. */
@Component
public class Scores {
    private final SurveyResults results;

    Scores(SurveyResults results) {
        this.results = results;
    }

    /** Empty while the customer has said nothing. */
    public Optional<Score> find(ConversationId conversation) {
        return results.find(conversation)
                .flatMap(result -> Optional.ofNullable(result.score())
                        .map(score -> new Score(score, result.ratedAt(), result.comment())));
    }
}
