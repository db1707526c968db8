package dev.pupitre.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many were answered by a human in time so far.
 *
 * @param target how many of a hundred are to be; null where the campaign has no service level
 * @param met answered in time
 * @param missed answered late, or not yet though it was due
 * @param percent of both; null while there are none
 */
record ServiceLevel(
        @Nullable Integer target,
        int met,
        int missed,
        @Nullable Integer percent) {

    static ServiceLevel of(@Nullable Integer target, int met, int missed) {
        var all = met + missed;
        return new ServiceLevel(target, met, missed, all == 0 ? null : Math.round(100f * met / all));
    }

    boolean isBelowTarget() {
        return target != null && percent != null && percent < target;
    }

    /** What became of one conversation. */
    enum Outcome {
        MET,
        MISSED,
        /** Nothing was due yet, or the customer left before it was. */
        OPEN;

        /** Counts on the day on which it was answered, or else was due, which begins at {@code today}. */
        static Outcome of(@Nullable Instant answeredAt, @Nullable Instant dueAt, Instant today, Instant until) {
            if (dueAt == null) {
                return OPEN;
            }
            if (answeredAt != null) {
                return answeredAt.isBefore(today) ? OPEN : answeredAt.isAfter(dueAt) ? MISSED : MET;
            }
            return dueAt.isBefore(today) || dueAt.isAfter(until) ? OPEN : MISSED;
        }
    }
}
