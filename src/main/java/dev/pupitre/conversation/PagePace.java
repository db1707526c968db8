package dev.pupitre.conversation;

import dev.pupitre.kernel.PageId;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How fast this node sends for a Page, and whether it does at all.
 *
 * <p>Meta blocks the inbox of a Page that sends more than about 40 messages a second (Messenger Platform, rate limits). A
 * Page whose token is dead is held as a whole: a call for each of its threads would only tell the same again.
 */
@Component
class PagePace {
    private static final Logger LOG = LoggerFactory.getLogger(PagePace.class);

    private record Hold(String reason, Instant until) {}

    private final Map<PageId, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<PageId, Hold> holds = new ConcurrentHashMap<>();
    private final OutboxProperties properties;
    private final Clock clock;

    PagePace(OutboxProperties properties, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.clock = clock;
        Gauge.builder("pupitre.outbox.pages.held", holds, Map::size)
                .description("Pages that nothing is sent for until they are connected again")
                .register(meters);
    }

    /** Waits for the Page's turn. */
    void await(PageId page) {
        buckets.computeIfAbsent(page, _ -> newBucket()).asBlocking().consumeUninterruptibly(1);
    }

    /** Why nothing is sent for the Page at present; empty when something may be, if only to see whether it works. */
    Optional<String> held(PageId page) {
        return Optional.ofNullable(holds.get(page))
                .filter(hold -> hold.until().isAfter(clock.instant()))
                .map(Hold::reason);
    }

    void hold(PageId page, String reason, Instant until) {
        if (holds.put(page, new Hold(reason, until)) == null) {
            LOG.warn("Nothing is sent for Page {} for now: {}", page, reason);
        }
    }

    /** A message went out: the Page is connected. */
    void release(PageId page) {
        if (holds.remove(page) != null) {
            LOG.info("Messages of Page {} go out again", page);
        }
    }

    private Bucket newBucket() {
        var rate = properties.sendsPerSecond();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }
}
