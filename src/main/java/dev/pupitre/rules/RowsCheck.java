package dev.pupitre.rules;

import dev.pupitre.engine.Condition;
import dev.pupitre.engine.Condition.Anything;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Looks at the rows together: whether each can be reached, and whether one is left for all else. */
final class RowsCheck {
    private RowsCheck() {}

    static void run(TableCells table) {
        var rows = IntStream.range(0, table.rows()).mapToObj(table::conditions).toList();
        if (rows.isEmpty() || !rows.getLast().stream().allMatch(Anything.class::isInstance)) {
            table.table(
                    Code.NO_CATCH_ALL,
                    "Expected a last row that takes whatever no other row takes, each of its inputs a dash, but there is none");
        }
        for (int row = 1; row < rows.size(); row++) {
            cover(rows, row).ifPresent(earlier(table, row));
        }
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

    /** Certain where it is said; rows that only together cover another are not seen. */
    static boolean covers(List<Condition> earlier, List<Condition> later) {
        for (int column = 0; column < earlier.size(); column++) {
            if (!earlier.get(column).covers(later.get(column))) {
                return false;
            }
        }
        return true;
    }
}
