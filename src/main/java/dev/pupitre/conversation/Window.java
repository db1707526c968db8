package dev.pupitre.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a customer may be written to (Messenger Platform, standard messaging window and human agent tag).
 *
 * @param openedAt the customer's last act that opens the 24 hours
 * @param lastMessageAt the customer's last message, from which a human agent's seven days count
 */
record Window(@Nullable Instant openedAt, @Nullable Instant lastMessageAt) {
    /** A comment opens none. */
    static final Window CLOSED = new Window(null, null);
}
