package dev.pupitre.supervision;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * When an alert is raised about a campaign; 0 for never.
 *
 * @param campaign by id
 * @param waiting so many wait
 * @param longestWait somebody has waited so many seconds
 * @param serviceLevel less than so many percent were answered in time today; null for the campaign's own target
 */
record AlertLimits(
        @Id String campaign,
        int waiting,
        int longestWait,
        @Nullable Integer serviceLevel) {

    /** Ten who wait, or one for five minutes, are more than a desk gets rid of by itself. */
    static AlertLimits usual(String campaign) {
        return new AlertLimits(campaign, 10, 300, null);
    }
}
