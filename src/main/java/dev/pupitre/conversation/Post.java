package dev.pupitre.conversation;

import org.jspecify.annotations.Nullable;

/** The post of the Page under which a conversation takes place, as far as it is known. */
public record Post(
        String id,
        @Nullable String text,
        @Nullable String link,
        @Nullable String picture) {}
