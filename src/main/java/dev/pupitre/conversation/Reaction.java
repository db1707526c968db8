package dev.pupitre.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign put on a message.
 *
 * @param by {@code CUSTOMER}, or {@code AGENT} for the Page
 * @param name such as {@code love} (webhooks reference, {@code message_reactions})
 * @param at when the customer did, as an older sign that comes late must not replace a newer one; one that was taken
 *     away leaves its time
 */
public record Reaction(
        Author.Kind by,
        @Nullable String name,
        @Nullable String emoji,
        @JsonIgnore @Nullable Instant at) {
    /** One whose order does not matter. */
    public Reaction(Author.Kind by, @Nullable String name, @Nullable String emoji) {
        this(by, name, emoji, null);
    }

    /** The trace of a sign that was taken away. */
    static Reaction takenAway(Author.Kind by, Instant at) {
        return new Reaction(by, null, null, at);
    }

    @JsonIgnore
    boolean isThere() {
        return name != null || emoji != null;
    }
}
