package dev.pupitre.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation's process itself.
 *
 * @param process the engine's key of the instance that was last heard of
 * @param model which it runs on; null where an earlier version of Pupitre has led the conversation
 * @param failure the last job of it that failed
 * @param tried when it was pushed on last
 * @param wokenAt when we heard what its process had last waited for from the customer, whenever that was written
 * @param resolvedAt when it was resolved last
 * @param raisedAt when the alarm about it was raised, by whichever node
 * @param told what its process was told last, by the ref of that; null where the engine was asked after the process since
 */
record Trail(
        @Nullable Long process,
        @Nullable Model model,
        @Nullable Failure failure,
        @Nullable Tried tried,
        @Nullable Instant wokenAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant raisedAt,
        @Nullable String told) {
    static final Trail NONE = new Trail(null, null, null, null, null, null, null, null);

    /**
     * The model of a process.
     *
     * @param version as the engine counts it
     * @param drawing by which id it is kept as it is drawn; null where nobody has it any more
     */
    record Model(int version, @Nullable String drawing) {}

    /** @param retriesLeft with none left the process stands still until it is pushed on */
    record Failure(String taskType, String message, int retriesLeft, Instant at) {}

    /**
     * @param by who did so; null for the watchdog itself
     * @param times how often the watchdog has tried by itself
     */
    record Tried(Instant at, @Nullable String by, int times) {}
}
