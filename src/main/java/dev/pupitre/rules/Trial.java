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
 * @param notKnown the columns of which was not recorded what they were asked, where nobody can tell the answer without
 */
record Trial(
        @Nullable Integer row,
        Map<String, @Nullable Object> outputs,
        List<DecisionTables.Input> inputs,
        List<TableRun.RowTrial> rows,
        @Nullable String failure,
        List<String> notKnown) {
    static Trial of(Subject subject, Map<String, ? extends @Nullable Object> given) {
        return asked(subject, Facts.of(subject.file(), given));
    }

    /** What it says to what was asked once. */
    static Trial again(Subject subject, List<DecisionTables.Input> recorded) {
        return asked(subject, Facts.recorded(subject.file(), recorded));
    }

    private static Trial asked(Subject subject, Map<String, @Nullable Object> facts) {
        var run = subject.compiled().run();
        var inputs = run.inputs(facts);
        var rows = run.rows(facts);
        return switch (run.decide(facts)) {
            case TableAnswer.Decided decided ->
                new Trial(decided.row(), decided.outputs(), inputs, rows, null, List.of());
            case TableAnswer.Undecided _ -> new Trial(null, Map.of(), inputs, rows, null, List.of());
            case TableAnswer.Failed failed -> new Trial(null, Map.of(), inputs, rows, failed.message(), List.of());
            case TableAnswer.Unknown _ ->
                new Trial(null, Map.of(), inputs, List.of(), null, Facts.notKnown(subject.file(), facts));
        };
    }
}
