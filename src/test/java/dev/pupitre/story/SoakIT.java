package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The soak in short; the long one is the bench's. */
class SoakIT {
    private static final long SEED = 20261121;

    @Test
    void everyEventCountsOnceWhateverItsOrderAndHoweverOftenItComes() {
        var outcome = Soak.run(SEED, 1000);

        assertThat(outcome.repeated()).isPositive();
        assertThat(outcome.moved()).isPositive();
        assertThat(outcome.answers()).isPositive();
    }
}
