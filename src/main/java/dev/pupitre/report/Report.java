package dev.pupitre.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What conversations that are over add up to, in all and by what they have in common.
 *
 * @param days each of the period's, also those on which nothing was opened
 * @param hours how many were opened in each hour of the week: seven days from Monday on, of 24 hours
 * @param agents by who had it at its end, and handling by who had it when; those that nobody had are left out
 * @param rules how often each row decided about these conversations, those that the rules do not listen to included; of
 *     the messaging policy about messages that were sent or refused in the period, where it is asked for without a
 *     campaign, an agent or a channel
 * @param sources the ads and links that brought customers, most first; at most 200, and with an empty ref the links that few have
 *     followed
 */
record Report(
        LocalDate from,
        LocalDate to,
        String zone,
        Instant countedAt,
        Figures total,
        List<OfDay> days,
        List<List<Integer>> hours,
        List<OfGroup> campaigns,
        List<OfGroup> agents,
        List<OfRow> rules,
        List<OfSource> sources) {
    record OfDay(LocalDate date, Figures figures) {}

    /** @param id empty for conversations without a campaign */
    record OfGroup(String id, String name, Figures figures) {}

    record OfRow(String table, int version, int row, int count) {}

    /** @param kind {@code ad} or {@code link}; what else brought a customer has none */
    record OfSource(String kind, String ref, Figures figures) {}
}
