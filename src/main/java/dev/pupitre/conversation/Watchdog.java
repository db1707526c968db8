package dev.pupitre.conversation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Raises the alarm about conversations that do not move: their process should have decided about them within a moment.
 * The engine is away, or an incident holds them, such as a table that cannot be evaluated.
 */
@Component
class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final LiveConversations live;
    private final Clock clock;
    private volatile long undecided;

    Watchdog(LiveConversations live, Clock clock, MeterRegistry meters) {
        this.live = live;
        this.clock = clock;
        Gauge.builder("pupitre.conversations.undecided", () -> undecided)
                .description("Conversations whose process has not decided about them within a minute")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void look() {
        undecided = live.undecidedSince(clock.instant().minus(A_MOMENT));
        if (undecided > 0) {
            LOG.warn("{} conversations do not move: look for incidents of the process, or for the engine", undecided);
        }
    }
}
