package dev.pupitre.rules;

import dev.pupitre.conversation.VerdictCounts;
import dev.pupitre.report.RowCounts;
import dev.pupitre.report.RowCounts.VersionRow;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How often each row of the current version has decided lately, in earlier versions, too, as far as it was there. */
@Component
class Fired {
    static final int DAYS = 7;

    /** One row; the first is 1. */
    record RowFired(int row, int count) {}

    private final RowCounts counts;
    private final VerdictCounts verdicts;
    private final TableVersions versions;
    private final Clock clock;

    Fired(RowCounts counts, VerdictCounts verdicts, TableVersions versions, Clock clock) {
        this.counts = counts;
        this.verdicts = verdicts;
        this.versions = versions;
        this.clock = clock;
    }

    /** Of every row; of the messaging policy it is messages that are counted, of all others conversations. */
    List<RowFired> lately(DmnFile current, int version) {
        var counted = counted(current.table());
        var byId = new HashMap<String, Integer>();
        counted.entrySet().stream()
                .collect(Collectors.groupingBy(entry -> entry.getKey().version()))
                .forEach((number, rows) -> {
                    var ids = number == version ? ids(current) : ids(current.table(), number);
                    rows.forEach(entry -> add(byId, ids, entry));
                });
        return current.rows().stream()
                .map(row -> new RowFired(row.number(), byId.getOrDefault(row.id(), 0)))
                .toList();
    }

    private Map<VersionRow, Integer> counted(TableName table) {
        var now = clock.instant();
        var from = now.minus(Duration.ofDays(DAYS));
        if (table != TableName.MESSAGING_POLICY) {
            return counts.of(table.id(), from, now);
        }
        var counted = new HashMap<VersionRow, Integer>();
        verdicts.since(from).forEach((row, count) -> counted.put(new VersionRow(row.version(), row.row()), count));
        return counted;
    }

    private static void add(Map<String, Integer> byId, List<String> ids, Map.Entry<VersionRow, Integer> counted) {
        var row = counted.getKey().row();
        if (row <= ids.size()) {
            byId.merge(ids.get(row - 1), counted.getValue(), Integer::sum);
        }
    }

    private List<String> ids(TableName table, int number) {
        return versions.deployed(table, number)
                .map(version -> ids(DmnReader.parse(table, version.dmn())))
                .orElse(List.of());
    }

    private static List<String> ids(DmnFile file) {
        return file.rows().stream().map(DmnFile.Row::id).toList();
    }
}
