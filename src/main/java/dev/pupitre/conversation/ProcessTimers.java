package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import java.time.Duration;

/**
 * A campaign's limits of time as the timers of the model read them.
 *
 * @param chatTime for so long an agent may have it before they are warned
 * @param idle for so long an AI agent waits for the customer
 */
record ProcessTimers(String chatTime, String idle) {
    /** No limit, for a timer that has to have one. */
    private static final Duration NEVER = Duration.ofDays(3650);

    /** An AI agent waits no longer than the customer may be answered. */
    private static final Duration ASSISTANT_PATIENCE = Duration.ofHours(24);

    static final ProcessTimers NONE = new ProcessTimers(NEVER.toString(), ASSISTANT_PATIENCE.toString());

    static ProcessTimers of(Campaign campaign) {
        var limits = campaign.thresholds();
        return new ProcessTimers(limit(limits.chatTime(), NONE.chatTime()), limit(limits.idle(), NONE.idle()));
    }

    private static String limit(int seconds, String none) {
        return seconds > 0 ? Duration.ofSeconds(seconds).toString() : none;
    }
}
