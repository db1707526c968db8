package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.graph.GraphUsage;
import dev.pupitre.kernel.PageId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePaceTests {
    private static final PageId PAGE = new PageId("100");

    private final GraphUsage usage = mock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PagePace pace = new PagePace(
            new OutboxProperties(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    3,
                    20,
                    2,
                    75,
                    Duration.ofMillis(500),
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(30)),
            usage,
            meters);

    @ParameterizedTest
    @CsvSource({"0, 1", "74, 1", "75, 1", "80, 4", "90, 12", "100, 20", "140, 20"})
    void takesMoreTimeForEachMessageTheFullerMetasLimitIs(int percent, int turns) {
        assertThat(pace.turns(percent)).isEqualTo(turns);
    }

    @Test
    void slowsDownToOneMessageASecondWhenTheLimitIsUsedUp() {
        given(usage.percent(PAGE)).willReturn(100);
        pace.await(PAGE, false);

        var begun = System.nanoTime();
        pace.await(PAGE, false);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(700));
        assertThat(meters.counter("pupitre.outbox.slowed").count()).isEqualTo(2);
    }

    @Test
    void sendsFilmsMoreSlowlyThanTexts() {
        pace.await(PAGE, true);
        pace.await(PAGE, true);

        var begun = System.nanoTime();
        pace.await(PAGE, false);
        var text = System.nanoTime();
        pace.await(PAGE, true);
        var film = System.nanoTime();

        assertThat(Duration.ofNanos(film - text)).isGreaterThan(Duration.ofMillis(200));
        assertThat(text - begun).isLessThan(film - text);
    }
}
