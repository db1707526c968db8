package dev.pupitre.report;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.FiredRows;
import dev.pupitre.conversation.FiredRows.Row;
import dev.pupitre.kernel.CampaignId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How often rows of tables have decided: what reports have counted, and what they have not counted yet. */
@Component
public class RowCounts {
    /** What a desk may have open in a bad week; of still more, the rest counts when it is over. */
    private static final int MOST_OPEN = 50_000;

    private static final int MOST_DUE = 500;

    /** A row of a version of the table. */
    public record VersionRow(int version, int row) {}

    private final Library library;
    private final Campaigns campaigns;
    private final Uncounted uncounted;
    private final FiredRows fired;

    RowCounts(Library library, Campaigns campaigns, Uncounted uncounted, FiredRows fired) {
        this.library = library;
        this.campaigns = campaigns;
        this.uncounted = uncounted;
        this.fired = fired;
    }

    /** Of the conversations that were opened between these; rows that never decided are left out. */
    public Map<VersionRow, Integer> of(String table, Instant from, Instant to) {
        // Read in the order in which conversations come to an end: whichever ends meanwhile is found twice, never
        // missed.
        var ahead = ahead(from, to);
        var counts = new HashMap<VersionRow, Integer>();
        for (var day : library.read(days(from, to))) {
            for (var fact : day.facts()) {
                if (fact.openedAt() >= from.getEpochSecond() && fact.openedAt() < to.getEpochSecond()) {
                    ahead.remove(fact.id());
                    add(counts, table, fact.rules().stream().map(RowCounts::row).toList());
                }
            }
        }
        ahead.values().forEach(rows -> add(counts, table, rows));
        return counts;
    }

    /** By conversation, those that may not be counted yet. */
    private Map<String, List<Row>> ahead(Instant from, Instant to) {
        var ahead = new HashMap<String, List<Row>>();
        fired.open(from, to, MOST_OPEN)
                .forEach(open -> ahead.put(open.conversation().value(), open.rows()));
        var due = uncounted.some(MOST_DUE).stream()
                .map(Uncounted.Due::conversation)
                .toList();
        fired.over(due, from, to).forEach(over -> ahead.put(over.conversation().value(), over.rows()));
        return ahead;
    }

    private static Row row(String rule) {
        var parts = rule.split(":", 3);
        return new Row(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static void add(Map<VersionRow, Integer> counts, String table, List<Row> rows) {
        rows.stream()
                .filter(row -> row.table().equals(table))
                .forEach(row -> counts.merge(new VersionRow(row.version(), row.row()), 1, Integer::sum));
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
