package dev.pupitre.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the stand-in behaves until told otherwise; what is left out is as with the real one. */
record Behaviour(
        @Min(0) @Max(600_000) @Nullable Integer delayMillis,
        @Nullable Boolean echoes,
        @Nullable Boolean deliveries,
        @Nullable Boolean reads,
        @Min(1) @Max(100) @Nullable Integer copies) {

    static final Behaviour NORMAL = new Behaviour(null, null, null, null, null);

    int delay() {
        return Objects.requireNonNullElse(delayMillis, 0);
    }

    boolean sendsEchoes() {
        return !Boolean.FALSE.equals(echoes);
    }

    boolean sendsDeliveries() {
        return !Boolean.FALSE.equals(deliveries);
    }

    boolean readsAtOnce() {
        return Boolean.TRUE.equals(reads);
    }

    int times() {
        return Objects.requireNonNullElse(copies, 1);
    }
}
