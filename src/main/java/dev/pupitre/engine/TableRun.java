package dev.pupitre.engine;

import dev.pupitre.engine.CellTest.Verdict;
import dev.pupitre.engine.CompiledTable.Column;
import dev.pupitre.engine.CompiledTable.Row;
import dev.pupitre.engine.KeptRows.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a compiled table one question after the other, and remembers what each different input value came to.
 *
 * <p>The plain engine evaluates all rows until each fails to match, and a table in which any of these cells breaks says
 * nothing at all. So behind the first row that matches only those are left out of which it is certain that they cannot
 * break.
 */
public final class TableRun {
    private final CompiledTable table;
    private final PlainEvaluation plain;
    private final List<ColumnMemory> memories = new ArrayList<>();

    /**
     * How a row did.
     *
     * @param failedColumn the first cell that did not match, the first is 1; null where all did
     * @param broken why this cell cannot be evaluated; null where it can
     */
    public record RowTrial(
            int row,
            boolean matched,
            @Nullable Integer failedColumn,
            @Nullable String broken) {}

    TableRun(CompiledTable table) {
        this.table = table;
        this.plain = new PlainEvaluation(table);
        table.columns.forEach(column -> memories.add(new ColumnMemory(column)));
    }

    /** What the table says to these facts, by the names of its variables. */
    public TableAnswer decide(Map<String, ? extends @Nullable Object> facts) {
        return decide(facts, Settled.NOTHING);
    }

    /** The same, without asking the rows of which it is known how they do with these facts. */
    public TableAnswer decide(Map<String, ? extends @Nullable Object> facts, Settled settled) {
        var question = new Question(facts);
        if (table.plain || question.isUncommon()) {
            return question.isWhole() ? plain.decide(facts) : new TableAnswer.Unknown();
        }
        var inputs = new InputAnswer[table.columns.size()];
        for (var column : table.columns) {
            var input = input(column, question);
            if (input.failure() != null) {
                return new TableAnswer.Failed(input.failure());
            }
            inputs[column.index()] = input;
        }
        return decide(inputs, question, settled);
    }

    private TableAnswer decide(InputAnswer[] inputs, Question question, Settled settled) {
        Row matched = null;
        var skip = question.isPlain() && isPlain(inputs);
        for (var row : table.rows) {
            if (matched != null && skip && row.safe()) {
                continue;
            }
            var known = skip ? settled.verdict(row) : null;
            var verdict = known == null ? verdict(row, inputs, question, skip) : known;
            if (verdict == Verdict.BROKEN) {
                return new TableAnswer.Failed(broken(row, inputs, question));
            }
            if (verdict == Verdict.UNKNOWN) {
                return new TableAnswer.Unknown();
            }
            if (verdict == Verdict.MATCHES && matched == null) {
                matched = row;
            }
        }
        return matched == null ? new TableAnswer.Undecided() : plain.outputs(matched, question);
    }

    private static boolean isPlain(InputAnswer[] inputs) {
        for (var input : inputs) {
            if (!input.isPlain()) {
                return false;
            }
        }
        return true;
    }

    /** Cells that cannot break are asked in the order that is cheapest: first what is remembered. */
    private Verdict verdict(Row row, InputAnswer[] inputs, Question question, boolean plainOnly) {
        var anyOrder = plainOnly && row.safe();
        if (anyOrder) {
            for (int column = 0; column < inputs.length; column++) {
                if (inputs[column].remembered(row.cells().get(column)) == Verdict.FAILS_TO_MATCH) {
                    return Verdict.FAILS_TO_MATCH;
                }
            }
        }
        var all = Verdict.MATCHES;
        for (int column = 0; column < inputs.length; column++) {
            var verdict = verdict(inputs[column], row.cells().get(column), question);
            if (verdict == Verdict.FAILS_TO_MATCH || verdict == Verdict.BROKEN) {
                return verdict;
            }
            if (verdict == Verdict.UNKNOWN) {
                if (!anyOrder) {
                    return verdict;
                }
                all = verdict;
            }
        }
        return all;
    }

    private Verdict verdict(InputAnswer input, CellTest cell, Question question) {
        var remembered = input.remembered(cell);
        if (remembered != null) {
            return remembered;
        }
        if (input.value() == null) {
            return cell.matchesAll() ? Verdict.MATCHES : Verdict.UNKNOWN;
        }
        if (!cell.isOfInputAlone() && !question.knows(cell.facts().variables())) {
            return Verdict.UNKNOWN;
        }
        var verdict = plain.verdict(cell, input, question);
        if (cell.isOfInputAlone()) {
            input.remember(cell, verdict);
        }
        return verdict;
    }

    private InputAnswer input(Column column, Question question) {
        return memories.get(column.index()).of(question, () -> plain.input(column, question));
    }

    /** The message of the first cell of this row that breaks. */
    private String broken(Row row, InputAnswer[] inputs, Question question) {
        for (int column = 0; column < inputs.length; column++) {
            if (verdict(inputs[column], row.cells().get(column), question) == Verdict.BROKEN) {
                return plain.failure(row.cells().get(column), inputs[column], question);
            }
        }
        throw new IllegalStateException("Expected row %d to break, but it did not".formatted(row.number()));
    }

    /** How each row does with these facts, by itself; none where the inputs cannot be worked out. */
    public List<RowTrial> rows(Map<String, ? extends @Nullable Object> facts) {
        var question = new Question(facts);
        var inputs = new ArrayList<InputAnswer>();
        for (var column : table.columns) {
            var input = plain.input(column, question);
            if (input.failure() != null) {
                return List.of();
            }
            inputs.add(input);
        }
        return table.rows.stream().map(row -> trial(row, inputs, question)).toList();
    }

    private RowTrial trial(Row row, List<InputAnswer> inputs, Question question) {
        for (int column = 0; column < row.cells().size(); column++) {
            var cell = row.cells().get(column);
            var verdict = verdict(inputs.get(column), cell, question);
            if (verdict != Verdict.MATCHES) {
                var broken = verdict == Verdict.BROKEN ? plain.failure(cell, inputs.get(column), question) : null;
                return new RowTrial(row.number(), false, column + 1, broken);
            }
        }
        return new RowTrial(row.number(), true, null, null);
    }

    /** What the columns were asked: a text, a number, true or false, null; dates and times as texts. */
    public List<DecisionTables.Input> inputs(Map<String, ? extends @Nullable Object> facts) {
        var question = new Question(facts);
        return table.columns.stream()
                .map(column -> new DecisionTables.Input(
                        column.name(), TableInputs.plain(input(column, question).value())))
                .toList();
    }
}
