package dev.pupitre.survey;

import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the customer said of a conversation. */
@RestController
class SurveyController {
    /** All that is known; nothing but nulls where the customer was not asked. */
    record View(
            @Nullable Instant askedAt,
            @Nullable Integer score,
            @Nullable Instant ratedAt,
            @Nullable String comment) {
        static final View NOT_ASKED = new View(null, null, null, null);
    }

    private final SurveyResults results;

    SurveyController(SurveyResults results) {
        this.results = results;
    }

    @GetMapping("/api/v1/conversations/{id}/survey")
    View survey(@PathVariable ConversationId id) {
        return results.find(id)
                .map(result -> new View(result.askedAt(), result.score(), result.ratedAt(), result.comment()))
                .orElse(View.NOT_ASKED);
    }
}
