package dev.pupitre.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds to whom a message of a Page goes: a person of its own, or whoever wrote a comment or a post ("Private replies"). */
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

    /** The thread, and what a private reply answers: a comment, or a visitor's post. */
    record Recipient(
            CustomerThread thread,
            @Nullable Comment comment,
            @Nullable Post post) {
        /** The id of what is answered; null for a message to the thread. */
        @Nullable
        String answered() {
            return comment != null ? comment.id() : post == null ? null : post.id();
        }
    }

    Recipient find(FacebookPage page, JsonNode recipient) {
        if (recipient.hasNonNull("comment_id")) {
            return byComment(page, recipient.path("comment_id").asString(""));
        }
        if (recipient.hasNonNull("post_id")) {
            return byPost(page, recipient.path("post_id").asString(""));
        }
        var id = recipient.path("id");
        if (!id.isString() && !id.isIntegralNumber()) {
            throw GraphError.invalidParameter("Param recipient must hold an id, a comment_id or a post_id");
        }
        return new Recipient(thread(page, id.asString()), null, null);
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
        checkOnceAndSoon(comment.answeredPrivately(), comment.at());
        return new Recipient(thread(page, comment.fromId()), comment, null);
    }

    private Recipient byPost(FacebookPage page, String id) {
        var post = posts.find(id)
                .filter(found -> found.page().equals(page.id()))
                .orElseThrow(() -> GraphError.invalidParameter("Invalid post_id parameter"));
        if (post.from() == null) {
            throw GraphError.invalidParameter("Invalid post_id parameter");
        }
        checkOnceAndSoon(posts.isAnsweredPrivately(post), post.at());
        return new Recipient(thread(page, post.from().id()), null, post);
    }

    private void checkOnceAndSoon(boolean before, Instant at) {
        if (before) {
            throw GraphError.of(ANSWERED_BEFORE, null, "Activity already replied to");
        }
        if (at.plus(REPLY_WINDOW).isBefore(clock.instant())) {
            throw GraphError.of(NOT_NOW, null, "This user cant reply to this activity");
        }
    }
}
