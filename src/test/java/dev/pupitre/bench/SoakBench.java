package dev.pupitre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.Soak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Twenty thousand mixed events, exactly counted. Run by {@code ./mvnw -Pbench verify}, alone with {@code -Dit.test=SoakBench}. */
class SoakBench {
    private static final long SEED = 20261121;
    private static final int WARM_UP = 1000;
    private static final int EVENTS = Integer.getInteger("bench.soak.events", 20_000);

    /** Of this JVM, which Pupitre, its store and the load share; in megabytes. */
    private record Memory(long heap, long resident) {
        static Memory now() {
            System.gc();
            var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            return new Memory(heap >> 20, residentKilobytes() >> 10);
        }

        private static long residentKilobytes() {
            try (var lines = Files.lines(Path.of("/proc/self/status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            } catch (IOException noSuchSystem) {
                throw new UncheckedIOException(noSuchSystem);
            }
        }
    }

    @Test
    void losesNothingAndTakesNothingTwice() {
        Soak.run(SEED, WARM_UP);
        var before = Memory.now();

        var outcome = Soak.run(SEED + 1, EVENTS);

        var after = Memory.now();
        var report = new Report("soak");
        report.line("| soak | |");
        report.line("|---|---|");
        report.line("| events, repeats included | %d in %d calls |", outcome.events(), outcome.calls());
        report.line("| repeated, moved | %d, %d |", outcome.repeated(), outcome.moved());
        report.line("| answers of an agent meanwhile | %d |", outcome.answers());
        report.line("| events a second, until all were in their conversations | %.0f |", outcome.perSecond());
        report.line("| heap after GC, before and after | %d MB, %d MB |", before.heap(), after.heap());
        report.line("| resident memory, before and after | %d MB, %d MB |", before.resident(), after.resident());
        report.write();
        assertThat(outcome.events()).isGreaterThanOrEqualTo(EVENTS);
    }
}
