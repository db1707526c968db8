package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

/** What became of a comment. */
public record CommentState(Boolean hidden, Boolean liked, Boolean answeredPrivately) {
    static final CommentState FRESH = new CommentState(false, false, false);

    /** An event about a comment that had none of these sets one alone. */
    public CommentState {
        hidden = requireNonNullElse(hidden, false);
        liked = requireNonNullElse(liked, false);
        answeredPrivately = requireNonNullElse(answeredPrivately, false);
    }
}
