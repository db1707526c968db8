package dev.pupitre.conversation;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds what a crash, here or on another node, left half done, and what the engine did not take when it was due.
 *
 * <p>Any node may do any of it at any time, as every step bears repetition. At start it runs before the first webhook
 * is taken, so that what waited comes before what is new.
 */
@Component
class Sweeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    /** Before the web server, whose own phase is not far from the end of the range. */
    private static final int BEFORE_WEB_SERVER = Integer.MAX_VALUE / 2;

    private final PendingEvents pending;
    private final Relay relay;
    private final LiveSweeps sweeps;
    private final Indexes indexes;
    private final ProcessedEvents processed;
    private final Signals signals;
    private final Outbox outbox;
    private final OutboxLanes lanes;
    private final Fetching fetching;
    private final ConversationProperties properties;
    private final Clock clock;
    private final Round<Inbox.Pending> events;
    private final Round<StoredConversation> dues;
    private volatile boolean indexed;
    private volatile boolean running;

    Sweeper(
            PendingEvents pending,
            Relay relay,
            LiveSweeps sweeps,
            Indexes indexes,
            ProcessedEvents processed,
            Signals signals,
            Outbox outbox,
            OutboxLanes lanes,
            Fetching fetching,
            ConversationProperties properties,
            Clock clock) {
        this.pending = pending;
        this.relay = relay;
        this.sweeps = sweeps;
        this.indexes = indexes;
        this.processed = processed;
        this.signals = signals;
        this.outbox = outbox;
        this.lanes = lanes;
        this.fetching = fetching;
        this.properties = properties;
        this.clock = clock;
        this.events =
                new Round<>(PendingEvents.SWEPT_AT_ONCE, after -> pending.storedBefore(leftBehindBefore(), after));
        this.dues =
                new Round<>(LiveConversations.SWEPT_AT_ONCE, after -> sweeps.withDueBefore(leftBehindBefore(), after));
    }

    private Instant leftBehindBefore() {
        return clock.instant().minus(properties.leftBehindAfter());
    }

    private Round<Inbox.Pending> events(Instant before) {
        return new Round<>(PendingEvents.SWEPT_AT_ONCE, after -> pending.storedBefore(before, after));
    }

    private Round<StoredConversation> dues(Instant before) {
        return new Round<>(LiveConversations.SWEPT_AT_ONCE, after -> sweeps.withDueBefore(before, after));
    }

    @Override
    public void start() {
        try {
            declareIndexes();
            var now = clock.instant();
            events(now).whole(relay::submit);
            dues(now).whole(this::finish);
            goOn();
        } catch (DataAccessException away) {
            LOG.warn("The store does not answer at start; what is left behind is found when it does", away);
        }
        running = true;
    }

    @Scheduled(fixedDelayString = "${pupitre.conversation.sweep-interval:3s}")
    void sweep() {
        if (running) {
            declareIndexes();
            events.next(relay::submit);
            dues.next(this::finish);
            goOn();
        }
    }

    /** Until the store has taken them once: without them each look reads whole collections. */
    private void declareIndexes() {
        if (!indexed) {
            indexes.declare();
            indexed = true;
        }
    }

    private void goOn() {
        fetching.goOn();
        lanes.leftBehind().forEach(outbox::drainAgain);
    }

    private void finish(StoredConversation conversation) {
        signals.handOnAgain(conversation);
        outbox.enlist(conversation);
        fetching.take(conversation);
    }

    @Override
    public void stop() {
        running = false;
        processed.flush();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_WEB_SERVER;
    }
}
