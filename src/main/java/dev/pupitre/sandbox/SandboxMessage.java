package dev.pupitre.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message of a customer's thread as it stands now. */
record SandboxMessage(
        String mid,
        String customerId,
        boolean fromPage,
        String text,
        Instant at,
        @Nullable String metadata,
        boolean read,
        @Nullable String problem) {}
