package dev.pupitre.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.day.Visit.Outcome;
import org.junit.jupiter.api.Test;

/** A small day, in two minutes, to see whether all is well before {@link DayBench} plays a large one. */
class SmallDayBench {
    @Test
    void accountsForEveryArrivalOfADayExactlyOnce() {
        var record = DayRun.of(new Scenario("day", 20261121, 60, 4, 2, 1)).record();

        assertThat(record.outcomes()).containsKeys(Outcome.IN_TIME, Outcome.LATER, Outcome.NEXT_OPENING);
        assertThat(record.transfers).as("handed on").isPositive();
        assertThat(record.idle).as("closed as nobody wrote").isPositive();
        assertThat(record.scored()).as("surveys answered").isPositive();
    }
}
