package dev.pupitre.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is sent for a Page at present.
 *
 * @param reason says why in plain words, to a supervisor
 * @param until when it ends by itself; null where somebody has to mend it
 */
public record Hold(
        Cause cause, String reason, Instant since, @Nullable Instant until) {
    /** What holds a Page, and with it what mends it. */
    public enum Cause {
        /** Its token is dead or lacks a permission: connecting it again mends it. */
        TOKEN,
        /** Its messages are refused for their token again and again, which Meta calls valid all the same. */
        REFUSED,
        /** Meta restricts it for a while. */
        RESTRICTED,
        /** The person who connected it has removed the app. */
        DEAUTHORISED
    }

    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
