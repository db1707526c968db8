package dev.pupitre.supervision;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * When an alert is raised about a campaign; 0 for never.
 *
 * @param campaign by id
 * @param waiting so many wait
 * @param longestWait somebody has waited so many seconds
 * @param serviceLevel less than so many percent were answered in time today; null for the campaign's own target
 * @param version grows with each change; 0 before the first, and for those of earlier versions of Pupitre
 * @param changedBy who did so last, by name
 */
record AlertLimits(
        @Id String campaign,
        int waiting,
        int longestWait,
        @Nullable Integer serviceLevel,
        Long version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    AlertLimits {
        version = requireNonNullElse(version, 0L);
    }

    /** Ten who wait, or one for five minutes, are more than a desk gets rid of by itself. */
    static AlertLimits usual(String campaign) {
        return new AlertLimits(campaign, 10, 300, null, 0L, null, null);
    }

    /** As the book of acts tells them. */
    String words() {
        return "waiting %d, longestWait %d, serviceLevel %s"
                .formatted(waiting, longestWait, serviceLevel == null ? "target" : serviceLevel);
    }
}
