package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the customer is being served.
 *
 * @param elsewhere another application answers the thread at present
 * @param stoppedMillis for how long the clocks stood still before, in milliseconds
 * @param botPaused a human answered in Meta's own inbox: nothing automatic is sent any more
 * @param firstResponseAt a human's first answer, wherever it was written
 * @param firstResponseDueAt until when a human is to answer first; the clock starts when the queue is entered
 * @param nextResponseDueAt until when the customer's first unanswered message is to be answered
 * @param lostAt when it had waited so long, unanswered, that its customer counts as lost
 * @param controlAt the latest change of who answers that is known: older ones that come late change nothing
 * @param automation how far an AI agent is with it
 */
record Service(
        @Nullable Elsewhere elsewhere,
        Long stoppedMillis,
        Boolean botPaused,
        @Nullable Instant firstResponseAt,
        @Nullable Instant firstResponseDueAt,
        @Nullable Instant nextResponseDueAt,
        @Nullable Instant lostAt,
        @Nullable Instant controlAt,
        Automation automation) {
    static final Service NEW = new Service(null, 0L, false, null, null, null, null, null, Automation.NONE);

    /** One that an update has made in a conversation of an earlier version has only what that update set. */
    Service {
        stoppedMillis = requireNonNullElse(stoppedMillis, 0L);
        botPaused = requireNonNullElse(botPaused, false);
        automation = requireNonNullElse(automation, Automation.NONE);
    }
}
