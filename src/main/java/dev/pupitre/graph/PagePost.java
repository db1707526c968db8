package dev.pupitre.graph;

import org.jspecify.annotations.Nullable;

/** What a post of the Page shows (Graph API reference, post); {@code picture} is an address that expires. */
public record PagePost(
        @Nullable String text,
        @Nullable String link,
        @Nullable String picture) {}
