package dev.pupitre.engine;

import dev.pupitre.engine.CellTest.Verdict;
import dev.pupitre.engine.CompiledTable.Column;
import dev.pupitre.engine.CompiledTable.Row;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.dmn.parser.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table whose cells an earlier one has in a row, too. Where both are asked the same and it is known which
 * row of the earlier one decided, these need not be asked: the rows before that one did not match, and it did.
 *
 * <p>Only rows are taken that cannot fail, and whose cells follow from their inputs alone: of the clock, and of what
 * other facts say, nothing is presumed.
 */
public final class KeptRows {
    /** Every row has to be asked. */
    public static final KeptRows NONE = new KeptRows(new int[0]);

    private static final int NEW = 0;

    /** By row, the earlier table's; of several that are the same the first, as no other can be the first to match. */
    private final int[] earlier;

    private KeptRows(int[] earlier) {
        this.earlier = earlier;
    }

    /** What is known of the rows about one question. */
    public record Settled(KeptRows rows, int decidedBy) {
        /** Nothing. */
        public static final Settled NOTHING = NONE.decidedBy(NEW);

        /** Null for a row that has to be asked; for one behind that which decided, too: nobody has read it. */
        @Nullable
        Verdict verdict(Row row) {
            var known = row.number() <= rows.earlier.length ? rows.earlier[row.number() - 1] : NEW;
            if (known == NEW || known > decidedBy) {
                return null;
            }
            return known == decidedBy ? Verdict.MATCHES : Verdict.FAILS_TO_MATCH;
        }
    }

    /** None where the two have other columns, or one of them is left to the plain engine. */
    public static KeptRows of(CompiledTable table, CompiledTable earlier) {
        var kept = new int[table.rows.size()];
        if (isAskedAlike(table, earlier)) {
            var numbers = new HashMap<List<ParsedExpression>, Integer>();
            earlier.rows.forEach(row -> numbers.putIfAbsent(cells(row), row.number()));
            table.rows.stream()
                    .filter(KeptRows::isOfInputsAlone)
                    .forEach(row -> kept[row.number() - 1] = numbers.getOrDefault(cells(row), NEW));
        }
        return new KeptRows(kept);
    }

    /** What is known of them where this row of the earlier table decided, the first is 1. */
    public Settled decidedBy(int row) {
        return new Settled(this, row);
    }

    private static boolean isAskedAlike(CompiledTable table, CompiledTable earlier) {
        return !table.plain
                && !earlier.plain
                && table.columns.size() == earlier.columns.size()
                && IntStream.range(0, table.columns.size())
                        .allMatch(column -> isSame(table.columns.get(column), earlier.columns.get(column)));
    }

    /** What was recorded is found by the headings. */
    private static boolean isSame(Column one, Column other) {
        return one.name().equals(other.name())
                && one.facts().steady()
                && one.expression().equals(other.expression());
    }

    private static boolean isOfInputsAlone(Row row) {
        return row.safe() && row.cells().stream().allMatch(CellTest::isOfInputAlone);
    }

    private static List<ParsedExpression> cells(Row row) {
        return row.cells().stream().map(CellTest::expression).toList();
    }
}
