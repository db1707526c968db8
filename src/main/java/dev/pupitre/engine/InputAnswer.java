package dev.pupitre.engine;

import dev.pupitre.engine.CellTest.Verdict;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValLocalTime;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;

/** What an input of a table came to, and what of the column's tests it has passed so far. */
final class InputAnswer {
    private final @Nullable Val value;
    private final @Nullable String failure;
    private final @Nullable Verdict[] verdicts;

    private InputAnswer(@Nullable Val value, @Nullable String failure, int tests) {
        this.value = value;
        this.failure = failure;
        this.verdicts = new Verdict[tests];
    }

    static InputAnswer of(Val value, int tests) {
        return new InputAnswer(value, null, tests);
    }

    static InputAnswer failed(String failure) {
        return new InputAnswer(null, failure, 0);
    }

    static InputAnswer notKnown(int tests) {
        return new InputAnswer(null, null, tests);
    }

    /** Null where it is not known, or could not be worked out. */
    @Nullable
    Val value() {
        return value;
    }

    @Nullable
    String failure() {
        return failure;
    }

    boolean isPlain() {
        return value == null
                || value instanceof ValNull$
                || value instanceof ValString
                || value instanceof ValNumber
                || value instanceof ValBoolean
                || value instanceof ValDate
                || value instanceof ValLocalTime;
    }

    @Nullable
    Verdict remembered(CellTest cell) {
        return verdicts[cell.index()];
    }

    void remember(CellTest cell, Verdict verdict) {
        verdicts[cell.index()] = verdict;
    }
}
