package dev.pupitre.bench;

import java.io.IOException;
import java.util.stream.Stream;

/**
 * Gives the engine a processor of its own, as it has in production: on shared ones each millisecond of Pupitre's is one
 * less for the engine, and a comparison of the two tells nothing of either.
 */
final class Cores {
    private Cores() {}

    /** Returns false where that cannot be: no engine among the descendants, one processor, or no {@code taskset}. */
    static boolean separate(ProcessHandle pupitre) {
        var engine = pupitre.descendants().toList();
        var last = Runtime.getRuntime().availableProcessors() - 1;
        return !engine.isEmpty()
                && last > 0
                && Stream.of(pupitre, ProcessHandle.current()).allMatch(process -> bind(process, "1-" + last))
                && engine.stream().allMatch(process -> bind(process, "0"));
    }

    private static boolean bind(ProcessHandle process, String processors) {
        try {
            return new ProcessBuilder(
                                    "taskset",
                                    "--all-tasks",
                                    "--cpu-list",
                                    "--pid",
                                    processors,
                                    String.valueOf(process.pid()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
