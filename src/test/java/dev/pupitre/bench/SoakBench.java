package dev.pupitre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.Soak;
import org.junit.jupiter.api.Test;

/** Twenty thousand mixed events, exactly counted. Run by {@code ./mvnw -Pbench verify}, alone with {@code -Dit.test=SoakBench}. */
class SoakBench {
    private static final long SEED = 20261121;
    private static final int WARM_UP = 1000;
    private static final int EVENTS = Integer.getInteger("bench.soak.events", 20_000);
    private static final int MORE = EVENTS / 4;

    private final Report report = new Report("soak");

    /** What lives in this JVM: all of it, without what the sandbox holds, and without the store's cache either. */
    private record Memory(Heap all, Heap withoutSandbox, Heap rest) {
        static Memory now() {
            var all = Heap.now();
            Soak.emptySandbox();
            var withoutSandbox = Heap.now();
            Soak.emptyStoreCache();
            return new Memory(all, withoutSandbox, Heap.now());
        }
    }

    /** Some more in the end show whether memory goes on growing. */
    @Test
    void losesNothingAndTakesNothingTwice() {
        Soak.run(SEED, WARM_UP);
        var before = Memory.now();

        var outcome = Soak.run(SEED + 1, EVENTS);

        var after = Memory.now();
        report.line("| soak | |");
        report.line("|---|---|");
        report.line("| events, repeats included | %d in %d calls |", outcome.events(), outcome.calls());
        report.line("| repeated, moved | %d, %d |", outcome.repeated(), outcome.moved());
        report.line("| answers of an agent meanwhile | %d |", outcome.answers());
        report.line("| events a second, until all were in their conversations | %.0f |", outcome.perSecond());
        report.line("");
        report.line(
                "| MB living after a full collection | all | the sandbox's | the store's cache | rest | resident |");
        report.line("|---|---|---|---|---|---|");
        line("the warm-up of " + WARM_UP, before);
        line(EVENTS + " more", after);
        report.write();
        Soak.run(SEED + 2, MORE);
        var later = Memory.now();
        line(MORE + " more", later);
        report.line("");
        report.line("Rest, grown by class in MB: %s", after.rest().grown(before.rest()));
        report.line("And then: %s", later.rest().grown(after.rest()));
        report.write();
        assertThat(outcome.events()).isGreaterThanOrEqualTo(EVENTS);
    }

    private void line(String when, Memory memory) {
        var all = memory.all().megabytes();
        var withoutSandbox = memory.withoutSandbox().megabytes();
        var rest = memory.rest().megabytes();
        report.line(
                "| after %s | %.0f | %.0f | %.0f | %.0f | %.0f |",
                when,
                all,
                all - withoutSandbox,
                withoutSandbox - rest,
                rest,
                memory.all().resident() / 1e6);
    }
}
