package dev.pupitre.conversation;

import dev.pupitre.engine.EngineUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Questions to the engine that come to an end together: after the first that is not answered, no other is asked. */
final class Enquiry {
    private final Clock clock;
    private final Instant end;
    private boolean silent;

    Enquiry(Clock clock, Duration limit) {
        this.clock = clock;
        this.end = clock.instant().plus(limit);
    }

    /** Whether there is time to ask anything. */
    boolean isOpen() {
        return !silent && clock.instant().isBefore(end);
    }

    /** @param question is told how long its answer may take */
    <T> Optional<T> ask(Function<Duration, T> question) {
        var left = Duration.between(clock.instant(), end);
        if (silent || !left.isPositive()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(left));
        } catch (EngineUnavailable unanswered) {
            silent = true;
            return Optional.empty();
        }
    }
}
