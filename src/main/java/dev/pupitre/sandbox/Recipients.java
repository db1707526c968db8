package dev.pupitre.sandbox;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds to whom a message of a Page goes: a person of its own, or whoever wrote a comment ("Private replies"). */
@Profile("local")
@Component
class Recipients {
    private static final int NO_SUCH_USER = 2018001;
    private static final int NO_SUCH_COMMENT = 2018292;
    private static final int ANSWERED_BEFORE = 10900;
    private static final int NOT_NOW = 10903;
    private static final Duration REPLY_WINDOW = Duration.ofDays(7);

    private final Customers customers;
    private final Posts posts;
    private final Clock clock;

    Recipients(Customers customers, Posts posts, Clock clock) {
        this.customers = customers;
        this.posts = posts;
        this.clock = clock;
    }

    /** The thread, and the comment if it is a private reply. */
    record Recipient(CustomerThread thread, @Nullable Comment comment) {}

    Recipient find(FacebookPage page, JsonNode recipient) {
        if (recipient.hasNonNull("comment_id")) {
            return byComment(page, recipient.path("comment_id").asString(""));
        }
        var id = recipient.path("id");
        if (!id.isString() && !id.isIntegralNumber()) {
            throw GraphError.invalidParameter("Param recipient must hold an id or a comment_id");
        }
        return new Recipient(thread(page, id.asString()), null);
    }

    CustomerThread thread(FacebookPage page, String id) {
        return customers
                .find(id)
                .filter(thread -> thread.page().equals(page))
                .orElseThrow(() -> GraphError.invalidParameter(NO_SUCH_USER, "No matching user found"));
    }

    private Recipient byComment(FacebookPage page, String id) {
        var comment = posts.findComment(id)
                .filter(found -> found.page().equals(page) && !found.fromPage() && !found.removed())
                .orElseThrow(() -> GraphError.invalidParameter(NO_SUCH_COMMENT, "Invalid comment_id parameter"));
        if (comment.answeredPrivately()) {
            throw GraphError.of(ANSWERED_BEFORE, null, "Activity already replied to");
        }
        if (comment.at().plus(REPLY_WINDOW).isBefore(clock.instant())) {
            throw GraphError.of(NOT_NOW, null, "This user cant reply to this activity");
        }
        return new Recipient(thread(page, comment.fromId()), comment);
    }
}
