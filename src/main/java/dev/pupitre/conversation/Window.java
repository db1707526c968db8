package dev.pupitre.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;

/**
 * How long a customer may be written to (Messenger Platform, standard messaging window and human agent tag).
 *
 * @param openedAt the customer's last act that opens the 24 hours
 * @param lastMessageAt the customer's last message, from which a human agent's seven days count
 */
record Window(@Nullable Instant openedAt, @Nullable Instant lastMessageAt) {
    /** A comment opens none. */
    static final Window CLOSED = new Window(null, null);

    static Window ofMessage(Instant at) {
        return new Window(at, at);
    }

    /** A reaction, a button, or a click on a link or an ad: all but a message open the 24 hours alone. */
    static Window ofSign(Instant at) {
        return new Window(at, null);
    }

    /** The later one of each. */
    Window or(Window other) {
        return new Window(later(openedAt, other.openedAt), later(lastMessageAt, other.lastMessageAt));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** Adds to an update of a document with a window that it is open at least as long as this one. */
    Update raise(Update update) {
        if (openedAt != null) {
            update.max("window.openedAt", openedAt);
        }
        if (lastMessageAt != null) {
            update.max("window.lastMessageAt", lastMessageAt);
        }
        return update;
    }
}
