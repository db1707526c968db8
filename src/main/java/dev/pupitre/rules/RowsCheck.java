package dev.pupitre.rules;

import dev.pupitre.engine.Condition;
import dev.pupitre.engine.Condition.Anything;
import dev.pupitre.engine.Condition.OneOf;
import dev.pupitre.engine.Condition.Span;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks at the rows together: whether each can be reached, and whether one is left for all else. */
final class RowsCheck {
    /** So many rows are looked at together; large tables ask this of each row. */
    private static final int TOGETHER = 50;

    private RowsCheck() {}

    static void run(TableCells table) {
        var rows = IntStream.range(0, table.rows()).mapToObj(table::conditions).toList();
        if (rows.isEmpty() || !rows.getLast().stream().allMatch(Anything.class::isInstance)) {
            table.table(
                    Code.NO_CATCH_ALL,
                    "Expected a last row that takes whatever no other row takes, each of its inputs a dash, but there is none");
        }
        for (int row = 0; row < rows.size(); row++) {
            empty(table, row);
        }
        for (int row = 1; row < rows.size(); row++) {
            var one = cover(rows, row);
            one.ifPresent(earlier(table, row));
            if (one.isEmpty()) {
                together(rows, row, table);
            }
        }
    }

    /** A range that ends before it begins is easily written and takes nothing. */
    private static void empty(TableCells table, int row) {
        var conditions = table.conditions(row);
        for (int column = 0; column < conditions.size(); column++) {
            if (conditions.get(column) instanceof OneOf(var parts)) {
                for (var part : parts) {
                    if (part instanceof Span span && span.isEmpty()) {
                        var from = String.valueOf(span.from());
                        var to = String.valueOf(span.to());
                        table.input(
                                Severity.WARNING,
                                Code.EMPTY_RANGE,
                                row,
                                column,
                                "Expected a range that ends after it begins, but it goes from %s to %s"
                                        .formatted(from, to),
                                Map.of("from", from, "to", to));
                    }
                }
            }
        }
    }

    /** Rows that differ from a later one in the same column alone may take together what it takes there. */
    private static void together(List<List<Condition>> rows, int row, TableCells table) {
        var later = rows.get(row);
        var differing = new TreeMap<Integer, List<Integer>>();
        for (int earlier = 0; earlier < row; earlier++) {
            var column = onlyUncovered(rows.get(earlier), later);
            if (column >= 0 && rows.get(earlier).get(column).meets(later.get(column))) {
                var some = differing.computeIfAbsent(column, _ -> new ArrayList<>());
                some.add(earlier);
                if (some.size() == TOGETHER) {
                    break;
                }
            }
        }
        differing.entrySet().stream()
                .filter(some -> Condition.together(at(some.getKey(), some.getValue(), rows))
                        .covers(later.get(some.getKey())))
                .findFirst()
                .ifPresent(some -> behind(table, row, some.getValue()));
    }

    private static List<Condition> at(int column, List<Integer> some, List<List<Condition>> rows) {
        return some.stream().map(earlier -> rows.get(earlier).get(column)).toList();
    }

    private static void behind(TableCells table, int row, List<Integer> some) {
        var numbers = some.stream().map(earlier -> String.valueOf(earlier + 1)).collect(Collectors.joining(", "));
        table.row(
                Severity.WARNING,
                Code.NEVER_REACHED_BEHIND,
                row,
                "Row %d can never match: rows %s together take all that it would".formatted(row + 1, numbers),
                Map.of("rows", numbers));
    }

    /** The only column in which the earlier row does not take all that the later one does; -1 where there are more. */
    private static int onlyUncovered(List<Condition> earlier, List<Condition> later) {
        var found = -1;
        for (int column = 0; column < earlier.size(); column++) {
            if (!earlier.get(column).covers(later.get(column))) {
                if (found >= 0) {
                    return -1;
                }
                found = column;
            }
        }
        return found;
    }

    private static IntConsumer earlier(TableCells table, int row) {
        return by -> table.row(
                Severity.WARNING,
                Code.NEVER_REACHED,
                row,
                "Row %d can never match: row %d takes all that it would".formatted(row + 1, by + 1),
                Map.of("by", by + 1));
    }

    private static OptionalInt cover(List<List<Condition>> rows, int row) {
        return IntStream.range(0, row)
                .filter(earlier -> covers(rows.get(earlier), rows.get(row)))
                .findFirst();
    }

    /** Certain where it is said. */
    static boolean covers(List<Condition> earlier, List<Condition> later) {
        for (int column = 0; column < earlier.size(); column++) {
            if (!earlier.get(column).covers(later.get(column))) {
                return false;
            }
        }
        return true;
    }
}
