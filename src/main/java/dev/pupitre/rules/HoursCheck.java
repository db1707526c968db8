package dev.pupitre.rules;

import dev.pupitre.engine.Condition;
import dev.pupitre.engine.Condition.Anything;
import dev.pupitre.engine.Condition.OneOf;
import dev.pupitre.engine.Condition.Part;
import dev.pupitre.engine.Condition.Span;
import dev.pupitre.engine.Condition.Unclear;
import dev.pupitre.engine.NamedTimes;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Looks for hours that two rows of a schedule open both, for moments between hours that were left out, and for hours
 * that cannot be read off.
 */
final class HoursCheck {
    /** Longer ones are breaks. */
    private static final Duration SLIP = Duration.ofMinutes(1);

    private static final String UNREAD =
            "Expected the cell to name the times at which it changes, but it does not: when the desk opens is looked"
                    + " for at each quarter of an hour only";

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final Condition AT_MIDNIGHT =
            new OneOf(List.of(new Span(LocalTime.MIDNIGHT, true, LocalTime.MIDNIGHT, true)));

    /** Nobody reads more; the others are counted. */
    static final int NAMED = 20;

    /** A row that opens hours. */
    private record Opening(int row, List<Condition> conditions, List<Span> times) {}

    private record Gap(String from, String to) {}

    private final TableCells table;
    private final int schedule;
    private final int date;
    private final int weekday;
    private final int time;
    private int found;

    private HoursCheck(TableCells table) {
        this.table = table;
        this.schedule = table.input("schedule");
        this.date = table.input("date(localDate)");
        this.weekday = table.input("weekday");
        this.time = table.input("time(localTime)");
    }

    static void run(TableCells table) {
        new HoursCheck(table).run();
    }

    private void run() {
        IntStream.range(0, table.rows()).forEach(this::unread);
        var openings = IntStream.range(0, table.rows())
                .filter(row -> Boolean.TRUE.equals(table.says(row, "open")))
                .mapToObj(this::opening)
                .toList();
        var fromMidnight = openings.stream()
                .filter(row -> row.conditions().get(time).covers(AT_MIDNIGHT))
                .toList();
        openings.forEach(row -> inside(row, fromMidnight));
        for (int later = 1; later < openings.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                compare(openings.get(earlier), openings.get(later));
            }
        }
        if (found > NAMED) {
            var more = found - NAMED;
            table.warning(
                    Code.HOURS_MORE,
                    "%d more pairs of rows open the same hours, or leave out a moment between them".formatted(more),
                    Map.of("count", more));
        }
    }

    /** When the desk opens next is then looked for here and there only. */
    private void unread(int row) {
        var cells = table.file.rows().get(row).inputs();
        for (int column = 0; column < cells.size(); column++) {
            var input = table.file.inputs().get(column).expression();
            if (table.inputs.get(row).get(column).broken() == null
                    && NamedTimes.areNotAllOf(input, cells.get(column).text())) {
                table.input(Severity.WARNING, Code.HOURS_UNREAD, row, column, UNREAD, Map.of());
            }
        }
        var open = table.output("open");
        if (table.outputs.get(row).get(open).broken() == null
                && NamedTimes.areNotAllOf(
                        "", table.file.rows().get(row).outputs().get(open).text())) {
            table.output(Severity.WARNING, Code.HOURS_UNREAD, row, open, UNREAD, Map.of());
        }
    }

    /** Between stretches of one row, and between what ends just before midnight and what begins then. */
    private void inside(Opening row, List<Opening> fromMidnight) {
        gap(row, row).or(() -> midnight(row, fromMidnight)).ifPresent(gap -> {
            if (++found <= NAMED) {
                table.row(
                        Severity.WARNING,
                        Code.HOURS_GAP_INSIDE,
                        row.row(),
                        "The desk is closed from %s to %s".formatted(gap.from(), gap.to()),
                        Map.of("from", gap.from(), "to", gap.to()));
            }
        });
    }

    private Optional<Gap> midnight(Opening row, List<Opening> fromMidnight) {
        var late = row.times().stream().filter(HoursCheck::endsBeforeMidnight).findFirst();
        return late.filter(_ -> fromMidnight.stream().anyMatch(next -> goesOn(row, next)))
                .map(span -> new Gap(String.valueOf(span.to()), String.valueOf(LocalTime.MIDNIGHT)));
    }

    private static boolean endsBeforeMidnight(Span span) {
        return span.to() instanceof LocalTime end
                && !end.isBefore(LAST_MINUTE)
                && !(span.toIncluded() && !end.isBefore(LAST_SECOND));
    }

    /** Whether the next row, which opens at midnight, does so on a day that follows one of the row's. */
    private boolean goesOn(Opening row, Opening next) {
        var one = row.conditions();
        var other = next.conditions();
        return sameSchedules(one.get(schedule), other.get(schedule))
                && sameDates(one.get(date), other.get(date))
                && Arrays.stream(DayOfWeek.values())
                        .anyMatch(day -> one.get(weekday).covers(is(day))
                                && other.get(weekday).covers(is(day.plus(1))));
    }

    private static Condition is(DayOfWeek day) {
        var name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return new OneOf(List.of(new Span(name, true, name, true)));
    }

    private Opening opening(int row) {
        var conditions = table.conditions(row);
        return new Opening(row, conditions, spans(conditions.get(time)));
    }

    private void compare(Opening earlier, Opening later) {
        var one = earlier.conditions();
        var other = later.conditions();
        if (!sameSchedules(one.get(schedule), other.get(schedule))
                || !sameDates(one.get(date), other.get(date))
                || !one.get(weekday).meets(other.get(weekday))) {
            return;
        }
        if (one.get(time).meets(other.get(time)) && !RowsCheck.covers(one, other)) {
            overlap(earlier.row() + 1, later);
        } else {
            gap(earlier, later)
                    .or(() -> gap(later, earlier))
                    .ifPresent(gap -> tell(gap, earlier.row() + 1, later.row()));
        }
    }

    /** A row for any schedule, or for all but some, is for what rows for schedules by their names have left. */
    private static boolean sameSchedules(Condition one, Condition other) {
        if (one instanceof OneOf && other instanceof OneOf) {
            return one.meets(other);
        }
        return one.equals(other) && !(one instanceof Unclear);
    }

    /** A row for certain dates is an exception from those for all: it is meant to open other hours. */
    private static boolean sameDates(Condition one, Condition other) {
        return one instanceof Anything == other instanceof Anything && one.meets(other);
    }

    private void overlap(int other, Opening later) {
        if (++found <= NAMED) {
            table.row(
                    Severity.WARNING,
                    Code.HOURS_OVERLAP,
                    later.row(),
                    "Rows %d and %d open some of the same hours".formatted(other, later.row() + 1),
                    Map.of("other", other));
        }
    }

    private static Optional<Gap> gap(Opening before, Opening after) {
        for (var first : before.times()) {
            for (var second : after.times()) {
                if (isSlip(first, second)) {
                    return Optional.of(new Gap(String.valueOf(first.to()), String.valueOf(second.from())));
                }
            }
        }
        return Optional.empty();
    }

    private void tell(Gap gap, int other, int later) {
        if (++found <= NAMED) {
            table.row(
                    Severity.WARNING,
                    Code.HOURS_GAP,
                    later,
                    "Between rows %d and %d the desk is closed from %s to %s"
                            .formatted(other, later + 1, gap.from(), gap.to()),
                    Map.of("other", other, "from", gap.from(), "to", gap.to()));
        }
    }

    private static List<Span> spans(Condition condition) {
        return condition instanceof OneOf(var parts)
                ? parts.stream().<Span>mapMulti(HoursCheck::span).toList()
                : List.of();
    }

    private static void span(Part part, Consumer<Span> spans) {
        if (part instanceof Span span) {
            spans.accept(span);
        }
    }

    /** An instant that neither takes counts, too. */
    private static boolean isSlip(Span first, Span second) {
        if (!(first.to() instanceof LocalTime end) || !(second.from() instanceof LocalTime begin)) {
            return false;
        }
        var gap = Duration.between(end, begin);
        var isOpen = gap.isZero() && (first.toIncluded() || second.fromIncluded());
        return !isOpen && !gap.isNegative() && gap.compareTo(SLIP) <= 0;
    }
}
