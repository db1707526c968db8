package dev.pupitre.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A sign put on a message.
 *
 * @param by {@code CUSTOMER}, or {@code AGENT} for the Page
 * @param name such as {@code love} (webhooks reference, {@code message_reactions})
 */
public record Reaction(
        Author.Kind by, @Nullable String name, @Nullable String emoji) {}
