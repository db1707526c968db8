package dev.pupitre.conversation;

/** By which way a message goes or came. */
public enum Via {
    /** Between the customer and the Page alone. */
    MESSENGER,
    /** A comment, or an answer under one, for all to read. */
    PUBLIC,
    /** The one private message that a comment may be answered with (Messenger Platform, private replies). */
    PRIVATE_REPLY
}
