package dev.pupitre.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.Spreadsheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A report's tables for spreadsheets, in UTF-8. */
final class CsvTable {
    private static final Figures NOTHING = new Tally().figures();

    private static final List<CsvTable> ALL = List.of(
            new CsvTable(
                    "days",
                    row(ordered("date", ""), NOTHING),
                    report -> report.days().stream()
                            .map(day -> row(ordered("date", day.date()), day.figures()))
                            .toList()),
            new CsvTable("campaigns", group("", "", NOTHING), report -> groups(report.campaigns())),
            new CsvTable("agents", group("", "", NOTHING), report -> groups(report.agents())),
            new CsvTable(
                    "rules",
                    rule("", 0, 0, 0),
                    report -> report.rules().stream()
                            .map(row -> rule(row.table(), row.version(), row.row(), row.count()))
                            .toList()),
            new CsvTable(
                    "sources",
                    row(ordered("kind", "", "ref", ""), NOTHING),
                    report -> report.sources().stream()
                            .map(source -> row(ordered("kind", source.kind(), "ref", source.ref()), source.figures()))
                            .toList()),
            new CsvTable(
                    "hours",
                    hours(DayOfWeek.MONDAY, List.of()),
                    report -> Arrays.stream(DayOfWeek.values())
                            .map(day -> hours(day, report.hours().get(day.getValue() - 1)))
                            .toList()));

    private final String name;
    private final Map<String, @Nullable Object> blank;
    private final Function<Report, List<Map<String, @Nullable Object>>> rows;

    /** @param blank a row as of a table that has none */
    private CsvTable(
            String name,
            Map<String, @Nullable Object> blank,
            Function<Report, List<Map<String, @Nullable Object>>> rows) {
        this.name = name;
        this.blank = blank;
        this.rows = rows;
    }

    static List<CsvTable> all() {
        return ALL;
    }

    /** @throws NotFound when there is none of this name */
    static CsvTable named(String name) {
        return ALL.stream()
                .filter(table -> table.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchTable(name));
    }

    String name() {
        return name;
    }

    byte[] of(Report report) {
        var found = rows.apply(report);
        var bytes = new ByteArrayOutputStream();
        var columns = List.copyOf(found.stream().findFirst().orElse(blank).keySet());
        try (var sheet = new Spreadsheet(new OutputStreamWriter(bytes, UTF_8), columns)) {
            found.forEach(row -> sheet.row(row.values().toArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<Map<String, @Nullable Object>> groups(List<Report.OfGroup> groups) {
        return groups.stream()
                .map(group -> group(group.id(), group.name(), group.figures()))
                .toList();
    }

    private static Map<String, @Nullable Object> group(String id, String name, Figures figures) {
        return row(ordered("id", id, "name", name), figures);
    }

    private static Map<String, @Nullable Object> rule(String table, int version, int row, int count) {
        return ordered("table", table, "version", version, "row", row, "count", count);
    }

    private static Map<String, @Nullable Object> hours(DayOfWeek day, List<Integer> opened) {
        var row = ordered("weekday", day.name());
        IntStream.range(0, opened.size()).forEach(hour -> row.put(String.valueOf(hour), opened.get(hour)));
        return row;
    }

    /** Times are in seconds. */
    private static Map<String, @Nullable Object> row(Map<String, ?> of, Figures figures) {
        var row = new LinkedHashMap<String, @Nullable Object>(of);
        row.put("opened", figures.opened());
        row.put("ignored", figures.ignored());
        row.put("answered", figures.answered());
        row.put("contained", figures.contained());
        row.put("assistant", figures.assistant());
        row.put("abandoned", figures.abandoned());
        row.put("unanswered", figures.unanswered());
        row.put("due", figures.due());
        row.put("inTime", figures.inTime());
        put(row, "waiting", figures.waiting());
        put(row, "firstResponse", figures.firstResponse());
        put(row, "firstResponseInHours", figures.firstResponseInHours());
        put(row, "firstAnswer", figures.firstAnswer());
        put(row, "handling", figures.handling());
        row.put("score", figures.score());
        row.put("scores", figures.scores().stream().mapToInt(Integer::intValue).sum());
        row.put("comments", figures.comments());
        // What is new stands last: whoever finds a column by its place still finds it.
        put(row, "assistantResponse", figures.assistantResponse());
        put(row, "waitingInHours", figures.waitingInHours());
        put(row, "waitingAfterAssistant", figures.waitingAfterAssistant());
        put(row, "waitingWithoutAssistant", figures.waitingWithoutAssistant());
        return row;
    }

    private static void put(Map<String, @Nullable Object> row, String name, Measure measure) {
        row.put(name + "Average", measure.average());
        row.put(name + "P50", measure.p50());
        row.put(name + "P90", measure.p90());
    }

    private static Map<String, @Nullable Object> ordered(Object... namesAndValues) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            row.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
        }
        return row;
    }

    /** There is no such table. */
    private static final class NoSuchTable extends NotFound {
        NoSuchTable(String name) {
            super("Expected one of %s, but got %s"
                    .formatted(ALL.stream().map(CsvTable::name).collect(Collectors.joining(", ")), name));
        }
    }
}
