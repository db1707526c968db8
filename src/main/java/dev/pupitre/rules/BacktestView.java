package dev.pupitre.rules;

import dev.pupitre.rules.Backtest.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A backtest as it is shown, while it runs and afterwards. */
record BacktestView(
        String id,
        Backtest.@Nullable Tested tested,
        Backtest.State state,
        long done,
        long total,
        int decisions,
        int changed,
        int notComparable,
        List<Group> groups,
        Backtest.@Nullable Further further,
        List<Integer> neverHit,
        Backtest.@Nullable Cause failed,
        @Nullable String failure) {
    static BacktestView of(Backtest test) {
        var found = test.findings();
        return new BacktestView(
                test.id(),
                test.tested(),
                test.state(),
                test.done(),
                test.total(),
                found.decisions(),
                found.changed(),
                found.notComparable(),
                found.groups(),
                found.further(),
                found.neverHit(),
                test.failed(),
                test.failure());
    }
}
