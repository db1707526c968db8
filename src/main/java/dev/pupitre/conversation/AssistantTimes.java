package dev.pupitre.conversation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the customer waited for an AI agent's answers, in milliseconds. It works round the clock, so that its clock
 * stops outside no hours.
 *
 * @param firstMillis for the first one; null where an earlier version of Pupitre did not measure it
 * @param later how many answers came after that
 * @param laterMillis for all of those together
 * @param longestMillis for the one of those that took longest
 */
public record AssistantTimes(@Nullable Long firstMillis, int later, long laterMillis, long longestMillis) {
    static final AssistantTimes NONE = new AssistantTimes(null, 0, 0, 0);

    AssistantTimes withFirst(Duration waited) {
        return new AssistantTimes(waited.toMillis(), later, laterMillis, longestMillis);
    }

    AssistantTimes withLater(Duration waited) {
        var millis = waited.toMillis();
        return new AssistantTimes(firstMillis, later + 1, laterMillis + millis, Math.max(longestMillis, millis));
    }
}
