package dev.pupitre.report;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.survey.Score;
import dev.pupitre.survey.Scores;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers wrote when they were asked how it was. */
@Component
class Comments {
    record Comment(
            ConversationId conversation,
            Instant openedAt,
            @Nullable String agent,
            int score,
            String text) {}

    record Page(List<Comment> items, int page, int size, int total) {}

    private final Reporting reporting;
    private final Scores scores;
    private final Names names;

    Comments(Reporting reporting, Scores scores, Names names) {
        this.reporting = reporting;
        this.scores = scores;
        this.names = names;
    }

    /** Those of erased customers are gone, though they still count. */
    Page page(Reporting.Filter filter, int page, int size) {
        var commented = reporting.commented(filter);
        var items = commented.stream()
                .skip((long) page * size)
                .limit(size)
                .flatMap(fact -> scores.find(new ConversationId(fact.id())).stream()
                        .filter(score -> score.comment() != null)
                        .map(score -> comment(fact, score)))
                .toList();
        return new Page(items, page, size, commented.size());
    }

    private Comment comment(Fact fact, Score score) {
        return new Comment(
                new ConversationId(fact.id()),
                Instant.ofEpochSecond(fact.openedAt()),
                fact.agent() == null ? null : names.agent(fact.agent()),
                score.score(),
                String.valueOf(score.comment()));
    }
}
