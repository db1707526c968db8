package dev.pupitre.campaign;

/**
 * What happens outside the hours.
 *
 * @param text what the customer is told; where blank, the message of the table {@code business-hours}, and
 *     where that is blank, too, that the desk is closed until its next opening, in French or English
 * @param quietHours a customer is told at most once in so many hours
 */
public record AfterHours(Localised text, Then then, int quietHours) {
    public static final AfterHours USUAL = new AfterHours(Localised.NONE, Then.WAIT, 12);

    /** What becomes of the conversation. */
    public enum Then {
        /** It is closed; a later message opens another. */
        CLOSE,
        /** It waits for the next opening. */
        WAIT
    }
}
