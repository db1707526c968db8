package dev.pupitre.rules;

import dev.pupitre.engine.DecisionTables;
import dev.pupitre.engine.TableAnswer;
import dev.pupitre.engine.TableRun;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table says to some facts, and why.
 *
 * @param row that matched first; null where none did, or the table cannot be evaluated
 * @param outputs by name; none where it says nothing
 * @param inputs column by column, as they were understood
 * @param rows how each row does by itself
 * @param failure why the table cannot be evaluated with these facts; null where it can
 */
record Trial(
        @Nullable Integer row,
        Map<String, @Nullable Object> outputs,
        List<DecisionTables.Input> inputs,
        List<TableRun.RowTrial> rows,
        @Nullable String failure) {
    static Trial of(Subject subject, Map<String, ? extends @Nullable Object> given) {
        var facts = Facts.of(subject.file(), given);
        var run = subject.compiled().run();
        var inputs = run.inputs(facts);
        var rows = run.rows(facts);
        return switch (run.decide(facts)) {
            case TableAnswer.Decided decided -> new Trial(decided.row(), decided.outputs(), inputs, rows, null);
            case TableAnswer.Undecided _ -> new Trial(null, Map.of(), inputs, rows, null);
            case TableAnswer.Failed failed -> new Trial(null, Map.of(), inputs, rows, failed.message());
            case TableAnswer.Unknown unknown ->
                throw new IllegalStateException("Expected an answer to known facts, but got " + unknown);
        };
    }
}
