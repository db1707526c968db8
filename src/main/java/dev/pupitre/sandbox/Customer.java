package dev.pupitre.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A made-up Facebook user, as the list of the sandbox shows them.
 *
 * @param contactAt from when Meta's window counts
 * @param owner the other app that has the thread
 */
record Customer(
        String id,
        String name,
        String pictureColor,
        String page,
        @Nullable String lastMessage,
        @Nullable Instant lastAt,
        int unread,
        @Nullable Instant contactAt,
        boolean typing,
        @Nullable String owner) {}
