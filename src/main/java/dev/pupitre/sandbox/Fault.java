package dev.pupitre.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the next calls go wrong: with an error of the Graph API, or with a connection that breaks unanswered. */
record Fault(
        @NotNull @Min(0) @Max(1_000_000) Integer calls,
        @Min(400) @Max(599) @Nullable Integer status,
        @Nullable Integer code,
        @Nullable Integer subcode,
        @Nullable String message,
        @Nullable Boolean drop,
        @Nullable Boolean acceptFirst,
        @Size(min = 1) @Nullable String path) {

    boolean drops() {
        return Boolean.TRUE.equals(drop);
    }

    boolean acceptsFirst() {
        return Boolean.TRUE.equals(acceptFirst);
    }

    Fault oneLess() {
        return new Fault(calls - 1, status, code, subcode, message, drop, acceptFirst, path);
    }

    GraphError error() {
        var number = Objects.requireNonNullElse(code, GraphError.TEMPORARY);
        return new GraphError(
                Objects.requireNonNullElse(status, GraphError.statusOf(number)),
                number,
                subcode,
                Objects.requireNonNullElse(message, "(#%d) The sandbox was told to fail".formatted(number)));
    }
}
