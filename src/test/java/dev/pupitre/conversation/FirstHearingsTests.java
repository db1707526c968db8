package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstHearingsTests {
    private final TestDatabase database = new TestDatabase();
    private final MovableClock clock = new MovableClock();
    private final FirstHearings hearings = new FirstHearings(database.template(), clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void remembersTheFirstTimeForEveryNode() {
        var first = clock.instant();
        assertThat(hearings.of("a")).isEqualTo(first);
        clock.advance(Duration.ofHours(30));

        assertThat(hearings.of("a")).isEqualTo(first);
        assertThat(new FirstHearings(database.template(), clock).of("a")).isEqualTo(first);
        assertThat(hearings.of("b")).isEqualTo(clock.instant());
    }

    @Test
    void forgetsWhatMetaRepeatsNoMore() {
        hearings.of("a");
        clock.advance(Duration.ofHours(49));

        hearings.forgetOld();

        assertThat(hearings.of("a")).isEqualTo(clock.instant());
    }
}
