package dev.pupitre.engine;

import static java.util.Objects.requireNonNullElseGet;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Lends the runs of a table to whoever asks it, each to one thread at a time, so that what they remember is of use. */
final class TableRuns {
    /** As many as usually decide at once; what a run remembers takes some megabytes. */
    private static final int KEPT = 2;

    private final CompiledTable table;
    private final BlockingQueue<TableRun> idle = new ArrayBlockingQueue<>(KEPT);

    TableRuns(CompiledTable table) {
        this.table = table;
    }

    <T> T ask(Function<TableRun, T> question) {
        var run = requireNonNullElseGet(idle.poll(), table::run);
        try {
            return question.apply(run);
        } finally {
            var _ = idle.offer(run);
        }
    }
}
