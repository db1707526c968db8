package dev.pupitre.conversation;

/** What became of a comment. */
public record CommentState(boolean hidden, boolean liked, boolean answeredPrivately) {
    static final CommentState FRESH = new CommentState(false, false, false);
}
