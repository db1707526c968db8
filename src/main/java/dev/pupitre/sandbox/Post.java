package dev.pupitre.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a Page.
 *
 * @param from the visitor who wrote it; null for what the Page published
 */
record Post(
        String id,
        String page,
        Comment.@Nullable From from,
        String message,
        @Nullable String photo,
        String link,
        Instant at) {}
