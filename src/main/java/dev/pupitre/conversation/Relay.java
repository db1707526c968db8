package dev.pupitre.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Brings stored events into their conversations, in order within a thread.
 *
 * <p>Only a few threads at once: answering webhooks comes first, and what waits here is stored already.
 *
 * <p>Whatever fails here stays in the inbox and is submitted again by the {@link Sweeper}; every step bears that. While
 * the store is away, an event waits for it here, so that none that comes after overtakes it.
 */
@Component
class Relay {
    private final Lanes lanes;
    private final Semaphore room;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final RetryTemplate untilTheStoreIsBack = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(Long.MAX_VALUE)
            .delay(Duration.ofMillis(200))
            .multiplier(2)
            .maxDelay(Duration.ofSeconds(2))
            .includes(DataAccessResourceFailureException.class)
            .build());
    private final ProcessedEvents processed;
    private final Intake intake;
    private final PendingEvents stored;
    private final MeterRegistry meters;
    private final ConversationProperties properties;
    private final Clock clock;

    Relay(
            ProcessedEvents processed,
            Intake intake,
            PendingEvents stored,
            MeterRegistry meters,
            ConversationProperties properties,
            Clock clock) {
        this.lanes = new Lanes("relay", properties.relayThreads());
        this.room = new Semaphore(properties.backlog(), true);
        this.processed = processed;
        this.intake = intake;
        this.stored = stored;
        this.meters = meters;
        this.properties = properties;
        this.clock = clock;
    }

    /** Waits while too much is under way: a flood then slows its sender down instead of filling the memory. */
    void submit(Inbox.Pending pending) {
        if (underWay.add(pending.key())) {
            room.acquireUninterruptibly();
            lanes.submit(pending.event().thread(), () -> {
                try {
                    untilTheStoreIsBack.invoke(() -> bring(pending));
                } finally {
                    underWay.remove(pending.key());
                    room.release();
                }
            });
        }
    }

    private void bring(Inbox.Pending pending) {
        var waiting = new Waiting(hasWaited(pending), () -> again(pending));
        if (processed.contains(pending.key())
                || intake.take(pending.event(), waiting)
                || isGivenUp(pending, waiting.isOver())) {
            processed.add(pending.key());
        }
    }

    private void again(Inbox.Pending pending) {
        lanes.submit(pending.event().thread(), () -> untilTheStoreIsBack.invoke(() -> bring(pending)));
    }

    /** What a node left behind long ago is looked for once more all the same. */
    private boolean hasWaited(Inbox.Pending pending) {
        return pending.notBefore() != null && !endOfWaiting(pending).isAfter(clock.instant());
    }

    private Instant endOfWaiting(Inbox.Pending pending) {
        return pending.storedAt().plus(properties.waitForMessage());
    }

    /**
     * What is about a message that has not come yet stays in the inbox for a while and is brought again, each time after
     * it has waited as long as before: looking through a thread's conversations is dear.
     */
    private boolean isGivenUp(Inbox.Pending pending, boolean hasWaited) {
        if (hasWaited) {
            unmatched(pending.event()).increment();
            return true;
        }
        var now = clock.instant();
        var end = endOfWaiting(pending);
        var soon = now.plus(properties.leftBehindAfter());
        var asLongAgain = now.plus(Duration.between(pending.storedAt(), now));
        var next = asLongAgain.isBefore(end) ? asLongAgain : end;
        stored.putOff(pending.key(), next.isBefore(soon) ? soon : next);
        return false;
    }

    private Counter unmatched(InboundEvent event) {
        return Counter.builder("pupitre.conversation.unmatched")
                .description("Events about messages that never came")
                .tag("kind", event.getClass().getSimpleName())
                .register(meters);
    }
}
