package dev.pupitre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Measures and tells; only what goes wrong fails, never what is slow. Run by {@code ./mvnw -Pbench verify}. */
class PerformanceBench {
    static final Path DIRECTORY = Path.of("target", "bench");

    @Test
    void tellsWhatPupitreCosts() {
        var report = new Report();

        try (var stand = Stand.build()) {
            report.line("### Webhooks acknowledged\n");
            new Acknowledgements(stand, report).measure();
            stand.clear();
            report.line("### Conversations started\n");
            var starts = new Starts(stand, report).measure();
            report.line("### From one end to the other\n");
            new Latencies(stand, report).measure(starts);
            stand.clear();
            report.line("### Conversations started, the engine on a processor of its own\n");
            if (Cores.separate(stand.pupitre.process().toHandle())) {
                new Starts(stand, report).measure();
            } else {
                report.line(
                        "Not measured: expected a local engine, two processors and taskset, but found not all of them.");
            }
        } finally {
            report.write();
        }

        assertThat(DIRECTORY.resolve("performance.md")).isNotEmptyFile();
    }
}
