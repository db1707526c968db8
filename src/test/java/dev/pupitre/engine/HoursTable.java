package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The shipped table {@code business-hours} with rows of the test's own before those that it has. */
public final class HoursTable {
    private static final String FIRST_ROW = "<rule id=\"business-hours-rule-1\">";

    /** What a desk has that opens twice a day, at night, and otherwise than usual on some days. */
    public static final HoursTable RICH = new HoursTable()
            .row("\"shop\"", "date(\"2026-12-25\")", "-", "-", false, "Closed on Christmas Day")
            .row(
                    "\"shop\"",
                    "date(\"2026-12-24\")",
                    "-",
                    "[time(\"09:00:00\")..time(\"12:00:00\"))",
                    true,
                    "Christmas Eve")
            .row("\"shop\"", "date(\"2026-12-24\")", "-", "-", false, "Closed from noon on")
            .row("\"shop\"", "-", "\"Saturday\"", "[time(\"10:00:00\")..time(\"17:00:00\"))", true, "Saturdays")
            .row(
                    "\"shop\"",
                    "-",
                    "not(\"Saturday\",\"Sunday\")",
                    "[time(\"09:00:00\")..time(\"12:00:00\")),[time(\"14:00:00\")..time(\"19:00:00\"))",
                    true,
                    "Mornings and afternoons")
            .row("\"night\"", "-", "-", ">= time(\"22:00:00\"),< time(\"06:00:00\")", true, "Over midnight")
            .row("\"early\"", "-", "-", "[time(\"02:15:00\")..time(\"02:45:00\"))", true, "While clocks change")
            .row("\"after-nine\"", "-", "-", "(time(\"09:00:00\")..time(\"10:00:00\")]", true, "Open at both ends")
            .row("\"weekend\"", "-", "\"Saturday\",\"Sunday\"", "-", true, "All day")
            .row("\"holidays\"", "[date(\"2026-07-01\")..date(\"2026-08-31\")]", "-", "-", false, "Closed in summer")
            .row("\"holidays\"", "-", "-", "-", true, "Else always")
            .row("\"never\"", "-", "-", "-", false, "Never");

    private record Row(String schedule, String date, String weekday, String time, boolean open, String description) {}

    private final List<Row> rows;

    public HoursTable() {
        this(List.of());
    }

    private HoursTable(List<Row> rows) {
        this.rows = rows;
    }

    public HoursTable row(String schedule, String date, String weekday, String time, boolean open, String description) {
        var more = new ArrayList<>(rows);
        more.add(new Row(schedule, date, weekday, time, open, description));
        return new HoursTable(more);
    }

    /** Evaluates it in process. */
    public DecisionTables decisionTables() {
        var tables = new ArrayList<Resource>(DecisionTables.packaged());
        tables.add(new ByteArrayResource(xml("business-hours").getBytes(UTF_8)));
        return new DecisionTables(tables);
    }

    /** For the broker, as a decision of its own. */
    String xml(String decision) {
        try {
            var shipped = new ClassPathResource("dmn/business-hours.dmn").getContentAsString(UTF_8);
            var xml = new StringBuilder();
            for (var row : rows) {
                xml.append(rule(row, xml.length()));
            }
            return shipped.replace(FIRST_ROW, xml + FIRST_ROW)
                    .replace("decision id=\"business-hours\"", "decision id=\"" + decision + "\"")
                    .replace("dmnElementRef=\"business-hours\"", "dmnElementRef=\"" + decision + "\"");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String rule(Row row, int number) {
        var entries =
                new StringBuilder("<rule id=\"r%d\"><description>%s</description>".formatted(number, row.description));
        var cell = 0;
        for (var text : List.of(row.schedule, row.date, row.weekday, row.time)) {
            entries.append("<inputEntry id=\"r%d-i%d\"><text>%s</text></inputEntry>"
                    .formatted(number, cell++, text.replace("<", "&lt;").replace(">", "&gt;")));
        }
        return entries.append("<outputEntry id=\"r%d-o1\"><text>%s</text></outputEntry>".formatted(number, row.open))
                .append("<outputEntry id=\"r%d-o2\"><text>null</text></outputEntry></rule>".formatted(number))
                .toString();
    }
}
