package dev.pupitre.rules;

import dev.pupitre.engine.Condition;
import dev.pupitre.engine.Condition.Anything;
import dev.pupitre.engine.Condition.OneOf;
import dev.pupitre.engine.Condition.Part;
import dev.pupitre.engine.Condition.Span;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks for hours that two rows of a schedule open both, and for moments between two rows that were left out. */
final class HoursCheck {
    /** Longer ones are breaks. */
    private static final Duration SLIP = Duration.ofMinutes(1);

    private final TableCells table;
    private final int schedule;
    private final int date;
    private final int weekday;
    private final int time;

    private HoursCheck(TableCells table) {
        this.table = table;
        this.schedule = table.input("schedule");
        this.date = table.input("date(localDate)");
        this.weekday = table.input("weekday");
        this.time = table.input("time(localTime)");
    }

    static void run(TableCells table) {
        var check = new HoursCheck(table);
        for (int later = 1; later < table.rows(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (check.opens(earlier) && check.opens(later)) {
                    check.compare(earlier, later);
                }
            }
        }
    }

    private boolean opens(int row) {
        return Boolean.TRUE.equals(table.says(row, "open"));
    }

    private void compare(int earlier, int later) {
        var one = table.conditions(earlier);
        var other = table.conditions(later);
        if (!isNamed(one.get(schedule))
                || !isNamed(other.get(schedule))
                || !one.get(schedule).meets(other.get(schedule))
                || !one.get(weekday).meets(other.get(weekday))
                || !sameDates(one.get(date), other.get(date))) {
            return;
        }
        if (one.get(time).meets(other.get(time)) && !RowsCheck.covers(one, other)) {
            table.row(
                    Severity.WARNING,
                    Code.HOURS_OVERLAP,
                    later,
                    "Rows %d and %d open some of the same hours".formatted(earlier + 1, later + 1),
                    Map.of("other", earlier + 1));
        } else {
            gap(one.get(time), other.get(time), earlier, later);
            gap(other.get(time), one.get(time), earlier, later);
        }
    }

    /** Rows for any schedule are for what is left. */
    private static boolean isNamed(Condition condition) {
        return condition instanceof OneOf;
    }

    /** A row for certain dates is an exception from those for all: it is meant to open other hours. */
    private static boolean sameDates(Condition one, Condition other) {
        return one instanceof Anything == other instanceof Anything && one.meets(other);
    }

    private void gap(Condition before, Condition after, int earlier, int later) {
        for (var first : spans(before)) {
            for (var second : spans(after)) {
                var gap = gap(first, second);
                if (gap != null) {
                    table.row(
                            Severity.WARNING,
                            Code.HOURS_GAP,
                            later,
                            "Between rows %d and %d the desk is closed from %s to %s"
                                    .formatted(earlier + 1, later + 1, first.to(), second.from()),
                            Map.of(
                                    "other",
                                    earlier + 1,
                                    "from",
                                    String.valueOf(first.to()),
                                    "to",
                                    String.valueOf(second.from())));
                }
            }
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
    private static @Nullable Duration gap(Span first, Span second) {
        if (!(first.to() instanceof LocalTime end) || !(second.from() instanceof LocalTime begin)) {
            return null;
        }
        var gap = Duration.between(end, begin);
        var isOpen = gap.isZero() && (first.toIncluded() || second.fromIncluded());
        return isOpen || gap.isNegative() || gap.compareTo(SLIP) > 0 ? null : gap;
    }
}
