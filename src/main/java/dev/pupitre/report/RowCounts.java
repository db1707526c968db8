package dev.pupitre.report;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.kernel.CampaignId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How often rows of tables have decided about conversations that are over. */
@Component
public class RowCounts {
    /** A row of a version of the table. */
    public record VersionRow(int version, int row) {}

    private final Library library;
    private final Campaigns campaigns;

    RowCounts(Library library, Campaigns campaigns) {
        this.library = library;
        this.campaigns = campaigns;
    }

    /** Of the conversations that were opened between these; rows that never decided are left out. */
    public Map<VersionRow, Integer> of(String table, Instant from, Instant to) {
        var counts = new HashMap<VersionRow, Integer>();
        for (var day : library.read(days(from, to))) {
            for (var fact : day.facts()) {
                if (fact.openedAt() >= from.getEpochSecond() && fact.openedAt() < to.getEpochSecond()) {
                    fact.rules().stream()
                            .map(rule -> rule.split(":", 3))
                            .filter(rule -> rule[0].equals(table))
                            .map(rule -> new VersionRow(Integer.parseInt(rule[1]), Integer.parseInt(rule[2])))
                            .forEach(row -> counts.merge(row, 1, Integer::sum));
                }
            }
        }
        return counts;
    }

    private List<String> days(Instant from, Instant to) {
        var ids = Stream.concat(
                        campaigns.withArchived().stream().map(Campaign::id).map(CampaignId::value), Stream.of(""))
                .toList();
        return LocalDate.ofInstant(from, ZoneOffset.UTC)
                .datesUntil(LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1))
                .flatMap(day -> ids.stream().map(campaign -> Day.idOf(day, campaign)))
                .toList();
    }
}
