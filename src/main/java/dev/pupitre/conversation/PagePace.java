package dev.pupitre.conversation;

import dev.pupitre.graph.GraphUsage;
import dev.pupitre.kernel.PageId;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How fast this node sends for a Page.
 *
 * <p>Meta blocks the inbox of a Page that sends more than about 40 messages a second, and takes far fewer recordings and
 * films (Messenger Platform, rate limits). Where its answers say that a limit is nearly used up, each message takes the
 * time of several, up to one message a second when it is used up.
 */
@Component
class PagePace {
    private static final int ALL = 100;

    private final Map<PageId, Bucket> sends = new ConcurrentHashMap<>();
    private final Map<PageId, Bucket> heavySends = new ConcurrentHashMap<>();
    private final OutboxProperties properties;
    private final GraphUsage usage;
    private final Counter slowed;

    PagePace(OutboxProperties properties, GraphUsage usage, MeterRegistry meters) {
        this.properties = properties;
        this.usage = usage;
        this.slowed = Counter.builder("pupitre.outbox.slowed")
                .description("Messages sent more slowly as Meta's rate limits were nearly used up")
                .register(meters);
    }

    /** Waits for the Page's turn; {@code heavy} is a recording or a film. */
    void await(PageId page, boolean heavy) {
        if (heavy) {
            heavySends
                    .computeIfAbsent(page, _ -> bucket(properties.heavySendsPerSecond()))
                    .asBlocking()
                    .consumeUninterruptibly(1);
        }
        var turns = turns(usage.percent(page));
        if (turns > 1) {
            slowed.increment();
        }
        sends.computeIfAbsent(page, _ -> bucket(properties.sendsPerSecond()))
                .asBlocking()
                .consumeUninterruptibly(turns);
    }

    /** How many messages' time one takes. */
    int turns(int percent) {
        var from = properties.slowDownFrom();
        if (percent < from) {
            return 1;
        }
        var rate = properties.sendsPerSecond();
        return from >= ALL ? rate : 1 + (rate - 1) * (Math.min(percent, ALL) - from) / (ALL - from);
    }

    private static Bucket bucket(int rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }
}
