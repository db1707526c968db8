package dev.pupitre.day;

import dev.pupitre.day.Visit.Outcome;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A day from its start to its exact counts. */
record DayRun(DayRecord record, Duration took) {
    private static final Logger LOG = LoggerFactory.getLogger(DayRun.class);
    private static final LocalTime BEGIN = LocalTime.of(6, 50);

    /** Fails unless all of it comes out exactly. */
    static DayRun of(Scenario scenario) {
        var begun = System.nanoTime();
        try (var pupitre = DayPupitre.start(scenario.name(), Hours.monday(BEGIN), scenario.capacity())) {
            LOG.info("Playing {} arrivals of the seed {}", scenario.arrivals(), scenario.seed());
            var check = new DayCheck(pupitre);
            var record = new Day(pupitre, scenario).play();
            check.exactly(record);
            Map<Outcome, Long> outcomes = record.outcomes();
            LOG.info("All of {} arrivals came out exactly: {}", scenario.arrivals(), outcomes);
            return new DayRun(record, Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
