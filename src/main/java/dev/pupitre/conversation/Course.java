package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far its process has led a conversation.
 *
 * @param decisions what the tables decided, oldest first
 * @param target to whom it was handed on last
 * @param opensAt it waits for the desk to open then
 * @param awaited whether the process waits for what the customer writes, as the automatic agent's next turn does
 */
record Course(
        List<Decision> decisions,
        @Nullable Target target,
        @Nullable Instant opensAt,
        Boolean awaited) {
    static final Course BEGUN = new Course(List.of(), null, null, false);

    /** One that an update has made in a conversation of an earlier version has only what that update set. */
    Course {
        decisions = requireNonNullElse(decisions, List.of());
        awaited = requireNonNullElse(awaited, false);
    }
}
