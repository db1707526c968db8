package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** The shipped table {@code business-hours} with rows of the test's own before those that it has. */
public final class HoursTable {
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

    private final EditedTable table;

    /** The shipped table, with one row more: the office opens on Sundays, from 9:30 on. */
    public static String onSundays() {
        return new String(
                new HoursTable()
                        .row(
                                "\"office\"",
                                "-",
                                "\"Sunday\"",
                                "[time(\"09:30:00\")..time(\"12:00:00\"))",
                                true,
                                "Sundays")
                        .xml("business-hours"),
                UTF_8);
    }

    public HoursTable() {
        this(new EditedTable("business-hours"));
    }

    private HoursTable(EditedTable table) {
        this.table = table;
    }

    public HoursTable row(String schedule, String date, String weekday, String time, boolean open, String description) {
        return new HoursTable(table.row(
                description,
                Map.of("schedule", schedule, "localDate", date, "weekday", weekday, "localTime", time),
                String.valueOf(open),
                open ? "null" : "\"%s\"".formatted(description)));
    }

    /** A row of a schedule that is open as it works out, at any time. */
    public HoursTable worksOut(String schedule, String open, String description) {
        return new HoursTable(table.row(description, Map.of("schedule", schedule), open, "null"));
    }

    EditedTable table() {
        return table;
    }

    /** Evaluates it in process. */
    public DecisionTables decisionTables() {
        return table.decisionTables();
    }

    /** For the broker, as a decision of its own. */
    byte[] xml(String decision) {
        return table.xml(decision);
    }
}
