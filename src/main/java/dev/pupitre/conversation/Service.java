package dev.pupitre.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the customer is being served.
 *
 * @param elsewhere another application answers the thread at present
 * @param stoppedMillis for how long the clocks stood still before, in milliseconds
 * @param botPaused a human answered in Meta's own inbox: nothing automatic is sent any more
 * @param firstResponseAt a human's first answer, wherever it was written
 * @param controlAt the latest change of who answers that is known: older ones that come late change nothing
 */
record Service(
        @Nullable Elsewhere elsewhere,
        long stoppedMillis,
        boolean botPaused,
        @Nullable Instant firstResponseAt,
        @Nullable Instant controlAt) {
    static final Service NEW = new Service(null, 0, false, null, null);
}
