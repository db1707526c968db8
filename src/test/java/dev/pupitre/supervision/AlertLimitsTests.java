package dev.pupitre.supervision;

import static dev.pupitre.supervision.SupervisionFixture.limits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.supervision.Alerts.LimitsChanged;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two who change the same limits hear of each other. */
class AlertLimitsTests {
    private final TestDatabase database = new TestDatabase();
    private final Alerts alerts = new Alerts(database.template());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoReadThemBeforeAnotherChangedThemHearsWhoDid() {
        alerts.limit(limits("shop", 3, 1));

        assertThatExceptionOfType(LimitsChanged.class)
                .isThrownBy(() -> alerts.limit(limits("shop", 5, 1)))
                .withMessageContaining("Sofia")
                .withMessageContaining("2026-03-02");
        assertThat(alerts.limits("shop")).returns(3, AlertLimits::waiting).returns(1L, AlertLimits::version);

        alerts.limit(limits("shop", 5, 2));
        assertThat(alerts.limits("shop")).returns(5, AlertLimits::waiting).returns(2L, AlertLimits::version);
    }

    @Test
    void ofTwoAtOnceOneIsTold() throws Exception {
        for (var version = 1; version <= 5; version++) {
            var next = version;
            List<Callable<Boolean>> both = IntStream.of(10, 20)
                    .mapToObj(waiting -> (Callable<Boolean>) () -> isTaken(limits("shop", waiting, next)))
                    .toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var taken = 0;
                for (var one : threads.invokeAll(both)) {
                    taken += one.get() ? 1 : 0;
                }
                assertThat(taken).isEqualTo(1);
            }
        }
    }

    @Test
    void thoseOfEarlierVersionsOfPupitreAreTheFirst() {
        database.template()
                .getCollection("alertLimits")
                .insertOne(new Document("_id", "shop").append("waiting", 4).append("longestWait", 0));
        assertThat(alerts.limits("shop")).returns(4, AlertLimits::waiting).returns(0L, AlertLimits::version);

        alerts.limit(limits("shop", 6, 1));

        assertThat(alerts.limits("shop")).returns(6, AlertLimits::waiting);
        assertThat(alerts.limits()).hasSize(1);
    }

    private boolean isTaken(AlertLimits next) {
        try {
            alerts.limit(next);
            return true;
        } catch (LimitsChanged faster) {
            return false;
        }
    }
}
