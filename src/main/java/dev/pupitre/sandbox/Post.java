package dev.pupitre.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a Page published. */
record Post(
        String id, String page, String message, @Nullable String photo, String link, Instant at) {}
