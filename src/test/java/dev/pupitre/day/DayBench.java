package dev.pupitre.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Two thousand conversations in a day, exactly counted, and their picture. Run by {@code ./mvnw -Pbench verify
 * -Dit.test=DayBench}; it writes {@code docs/day.md} and {@code docs/day.svg}.
 */
class DayBench {
    private static final Path DOCS = Path.of("docs");
    private static final long SEED = Long.getLong("bench.day.seed", 20261121);
    private static final int ARRIVALS = Integer.getInteger("bench.day.arrivals", 2000);

    @Test
    void accountsForEveryArrivalOfADayExactlyOnce() {
        var run = DayRun.of(new Scenario("day-bench", SEED, ARRIVALS, ARRIVALS / 20, 10, 4));

        new DayPicture(run.record()).write(DOCS.resolve("day.svg"));
        new DayReport(run.record()).write(DOCS.resolve("day.md"), run.took());
        assertThat(run.record().visits).hasSize(ARRIVALS);
    }
}
