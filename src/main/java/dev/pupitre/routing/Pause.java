package dev.pupitre.routing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why an agent who is away is so.
 *
 * @param reason what kind of break; none for the other kinds
 */
public record Pause(
        @NotNull Kind kind,
        @Size(max = BreakReasons.LONGEST) @Nullable String reason) {
    /** What keeps an agent away. */
    public enum Kind {
        /** With something else than customers. */
        BUSY,
        /** For a reason, or just so. */
        BREAK,
        /** Their browser was not touched for long. */
        INACTIVE
    }
}
