package dev.pupitre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Measures and tells; only what goes wrong fails, never what is slow. Run by {@code ./mvnw -Pbench verify}. */
class PerformanceBench {
    static final Path DIRECTORY = Path.of("target", "bench");

    /** The latencies are measured at a rate that the starts tell. */
    private static final Set<String> PARTS =
            Set.of(System.getProperty("bench.parts", "acknowledgements,starts,latencies,starts-apart,streams")
                    .split(","));

    @Test
    void tellsWhatPupitreCosts() {
        var report = new Report();

        try (var stand = Stand.build()) {
            if (PARTS.contains("acknowledgements")) {
                report.line("### Webhooks acknowledged\n");
                new Acknowledgements(stand, report).measure();
                stand.clear();
            }
            if (PARTS.contains("starts")) {
                measureStarts(stand, report);
            }
            if (PARTS.contains("starts-apart")) {
                measureStartsApart(stand, report);
            }
            if (PARTS.contains("streams")) {
                report.line("### Agents' screens\n");
                try (var streams = new Streams(stand, report)) {
                    streams.measure();
                }
            }
        } finally {
            report.write();
        }

        assertThat(DIRECTORY.resolve("performance.md")).isNotEmptyFile();
    }

    private static void measureStarts(Stand stand, Report report) {
        report.line("### Conversations started\n");
        var starts = new Starts(stand, report).measure();
        if (PARTS.contains("latencies")) {
            report.line("### From one end to the other\n");
            new Latencies(stand, report).measure(starts);
            stand.clear();
        }
    }

    private static void measureStartsApart(Stand stand, Report report) {
        report.line("### Conversations started, the engine on a processor of its own\n");
        if (Cores.separate(stand.pupitre.process().toHandle())) {
            new Starts(stand, report).measure();
        } else {
            report.line(
                    "Not measured: expected a local engine, two processors and taskset, but found not all of them.");
        }
    }
}
