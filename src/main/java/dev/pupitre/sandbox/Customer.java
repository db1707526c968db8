package dev.pupitre.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A made-up Facebook user, as the list of the sandbox shows them. */
record Customer(
        String id,
        String name,
        String pictureColor,
        @Nullable String lastMessage,
        @Nullable Instant lastAt,
        int unread) {}
