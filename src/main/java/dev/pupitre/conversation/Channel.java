package dev.pupitre.conversation;

/** Where a conversation takes place. */
public enum Channel {
    /** A private thread between a customer and the Page in Messenger. */
    MESSENGER,
    /** Under a comment, a mention or a recommendation, for all to read. */
    COMMENT
}
