package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.MessagesDelivered;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import dev.pupitre.conversation.InboundEvent.PostbackReceived;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

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
    private final Arrivals arrivals;
    private final Receipts receipts;

    Relay(ProcessedEvents processed, Arrivals arrivals, Receipts receipts, ConversationProperties properties) {
        this.lanes = new Lanes("relay", properties.relayThreads());
        this.room = new Semaphore(properties.backlog(), true);
        this.processed = processed;
        this.arrivals = arrivals;
        this.receipts = receipts;
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
        if (!processed.contains(pending.key())) {
            switch (pending.event()) {
                case MessageReceived message -> arrivals.received(message);
                case PostbackReceived postback -> arrivals.received(postback);
                case MessageEchoed echo -> receipts.echoed(echo);
                case MessagesDelivered delivered ->
                    receipts.reached(
                            delivered, MessageStatus.DELIVERED, Set.copyOf(delivered.mids()), delivered.watermark());
                case MessagesRead read -> receipts.reached(read, MessageStatus.READ, Set.of(), read.watermark());
                default -> LOG.debug("Nothing is done with {} yet", pending.event());
            }
        }
        processed.add(pending.key());
    }
}
