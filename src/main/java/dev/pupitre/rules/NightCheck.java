package dev.pupitre.rules;

import dev.pupitre.engine.Condition;
import dev.pupitre.engine.Condition.Anything;
import dev.pupitre.engine.Condition.OneOf;
import dev.pupitre.engine.Condition.Part;
import dev.pupitre.engine.Condition.Span;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks for nights that a weekday cuts in two: the hours after midnight are then those of the same day. */
final class NightCheck {
    private static final String TIME = "time(localTime)";

    private final TableCells table;
    private final int weekday;
    private final int time;

    private NightCheck(TableCells table) {
        this.table = table;
        this.weekday = table.input("weekday");
        this.time = table.input(TIME);
    }

    static void run(TableCells table) {
        if (table.hasInput("weekday") && table.hasInput(TIME)) {
            var check = new NightCheck(table);
            IntStream.range(0, table.rows()).forEach(check::row);
        }
    }

    private void row(int row) {
        var conditions = table.conditions(row);
        if (conditions.get(weekday) instanceof Anything || closes(row)) {
            return;
        }
        morning(conditions.get(time))
                .flatMap(morning -> cut(row, conditions, morning))
                .ifPresent(day -> table.input(
                        Severity.WARNING,
                        Code.NIGHT_OF_A_DAY,
                        row,
                        time,
                        "Expected the night of %s to go on after midnight, but the row means the night before it"
                                .formatted(day),
                        Map.of("day", day)));
    }

    /** Before the opening and after the closing of a day are meant as they stand. */
    private boolean closes(int row) {
        return table.hasOutput("open") && Boolean.FALSE.equals(table.says(row, "open"));
    }

    /** A day of the row whose evening nobody goes on with. */
    private Optional<String> cut(int row, List<Condition> conditions, Span morning) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> conditions.get(weekday).covers(is(day)))
                .filter(day -> IntStream.range(0, table.rows())
                        .noneMatch(other -> goesOn(row, other, is(day.plus(1)), new OneOf(List.of(morning)))))
                .findFirst()
                .map(NightCheck::name);
    }

    /** Whether the other row says on the next day's morning what the row says of the evening. */
    private boolean goesOn(int row, int other, Condition nextDay, Condition morning) {
        var conditions = table.conditions(row);
        var others = table.conditions(other);
        return IntStream.range(0, conditions.size()).allMatch(column -> {
                    var asked = column == weekday ? nextDay : column == time ? morning : conditions.get(column);
                    return others.get(column).covers(asked);
                })
                && Objects.equals(said(row), said(other));
    }

    private List<String> said(int row) {
        return table.file.rows().get(row).outputs().stream()
                .map(cell -> cell.text().strip())
                .toList();
    }

    /** Up to when a night goes that begins in the evening; none where it is no night. */
    private static Optional<Span> morning(Condition times) {
        var spans = times instanceof OneOf(var parts) ? spans(parts) : List.<Span>of();
        return spans.stream().anyMatch(span -> span.to() == null)
                ? spans.stream()
                        .filter(span -> span.from() == null && !LocalTime.MIDNIGHT.equals(span.to()))
                        .findFirst()
                : Optional.empty();
    }

    private static List<Span> spans(List<Part> parts) {
        return parts.stream()
                .filter(Span.class::isInstance)
                .map(Span.class::cast)
                .filter(span -> span.type() == LocalTime.class)
                .toList();
    }

    private static Condition is(DayOfWeek day) {
        return new OneOf(List.of(new Span(name(day), true, name(day), true)));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
