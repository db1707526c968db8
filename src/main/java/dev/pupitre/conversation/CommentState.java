package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a comment.
 *
 * @param hiddenAt when Meta last told that it was hidden, or shown again: what is older and comes later changes nothing
 */
public record CommentState(
        Boolean hidden,
        Boolean liked,
        Boolean answeredPrivately,
        @JsonIgnore @Nullable Instant hiddenAt) {
    static final CommentState FRESH = new CommentState(false, false, false);

    /** By our own doing, or none's. */
    CommentState(boolean hidden, boolean liked, boolean answeredPrivately) {
        this(hidden, liked, answeredPrivately, null);
    }

    /** An event about a comment that had none of these sets one alone. */
    public CommentState {
        hidden = requireNonNullElse(hidden, false);
        liked = requireNonNullElse(liked, false);
        answeredPrivately = requireNonNullElse(answeredPrivately, false);
    }
}
