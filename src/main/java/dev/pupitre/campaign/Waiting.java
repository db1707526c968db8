package dev.pupitre.campaign;

import org.jspecify.annotations.Nullable;

/**
 * The campaign's queue.
 *
 * @param maximum so many may wait; 0 for any number
 * @param overflow what happens with one more
 * @param team who serves it then, for {@link Overflow#TEAM}
 * @param overflowText what the customer is told then; may be blank
 * @param longWaitText what a customer who waits long is told, once; may be blank
 */
public record Waiting(
        int maximum, Overflow overflow, @Nullable String team, Localised overflowText, Localised longWaitText) {
    public static final Waiting UNBOUNDED = new Waiting(0, Overflow.KEEP, null, Localised.NONE, Localised.NONE);

    /** What happens with a conversation that finds the queue full. */
    public enum Overflow {
        KEEP,
        TEAM,
        END
    }
}
