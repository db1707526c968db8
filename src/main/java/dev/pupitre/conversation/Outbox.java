package dev.pupitre.conversation;

import dev.pupitre.conversation.OutboxLane.Item;
import dev.pupitre.kernel.MessageId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.PageEvent;
import dev.pupitre.page.PageQueues;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Sends what is queued, strictly in order within a thread, so that the customer gets each message once.
 *
 * <p>Meta knows no idempotency key. An attempt is therefore recorded before the call; where its outcome is not known,
 * the echo that carries our message id settles it, and only when none has come in time the message is sent again.
 */
@Component
class Outbox implements SmartLifecycle, PageQueues {
    private final Lanes lanes = new Lanes("outbox");
    private final OutboxLanes stored;
    private final Transcripts transcripts;
    private final Delivery delivery;
    private final Setbacks setbacks;
    private final OutboxProperties properties;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private volatile boolean running = true;

    Outbox(
            OutboxLanes stored,
            Transcripts transcripts,
            Delivery delivery,
            Setbacks setbacks,
            OutboxProperties properties,
            TaskScheduler scheduler,
            Clock clock) {
        this.stored = stored;
        this.transcripts = transcripts;
        this.delivery = delivery;
        this.setbacks = setbacks;
        this.properties = properties;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes on all that is due to be sent, oldest first, and sends it. */
    void take(StoredConversation conversation) {
        lanes.submit(conversation.thread(), () -> {
            enlist(conversation);
            sendAll(conversation.thread());
        });
    }

    /** Puts all that is due to be sent where it outlives the conversation, oldest first; a repeat changes nothing. */
    void enlist(StoredConversation conversation) {
        conversation.due().stream()
                .filter(due -> due.kind() == Due.Kind.SEND)
                .map(due -> new Item(new MessageId(due.ref()), conversation.conversationId()))
                .forEach(item -> stored.add(conversation, item));
    }

    /** Goes on where a thread was left, unless it is being worked on. */
    void drainAgain(String thread) {
        lanes.submitIfIdle(thread, () -> sendAll(thread));
    }

    /** Goes on with what the thread has to send. */
    void drain(String thread) {
        lanes.submit(thread, () -> sendAll(thread));
    }

    /** What was held for the Page goes out at once. */
    @EventListener
    void on(PageEvent.Mended mended) {
        stored.mended(mended.page()).forEach(this::drain);
    }

    @Override
    public long queued(PageId page) {
        return stored.queued(page);
    }

    private void sendAll(String thread) {
        var more = true;
        while (more && running) {
            more = stored.lease(thread).map(this::sendNext).orElse(false);
        }
    }

    private boolean sendNext(OutboxLane lane) {
        if (lane.items().isEmpty()) {
            return false;
        }
        var item = lane.items().getFirst();
        var found = transcripts
                .find(item.conversation(), item.message())
                .filter(message -> message.message().status().isUnsettled());
        if (found.isEmpty()) {
            stored.remove(lane, item);
            return true;
        }
        if (lane.isTrying(item) && isOutcomeLost(lane)) {
            return goingOnLater(lane, setbacks.awaitEcho(lane, item, properties.echoWaitAfterCrash()));
        }
        if (lane.notBefore() != null && lane.notBefore().isAfter(clock.instant())) {
            return false;
        }
        var keeping = keepLease(lane.thread());
        try {
            return goingOnLater(lane, delivery.deliver(lane, item, found.get()));
        } finally {
            keeping.cancel(false);
        }
    }

    /** A file may take longer to bring than a lease lasts; another node would bring it, too, and send the message. */
    private ScheduledFuture<?> keepLease(String thread) {
        var often = properties.lease().dividedBy(3);
        return scheduler.scheduleAtFixedRate(
                () -> stored.renew(thread), scheduler.getClock().instant().plus(often), often);
    }

    /** Nobody waits for the echo: the caller died, or the store was away when the outcome was to be recorded. */
    private boolean isOutcomeLost(OutboxLane lane) {
        return lane.attempt() != null && (lane.notBefore() == null || !stored.isOurs(lane.attempt()));
    }

    /** The sweeper would find a lane whose time has come; but not at once. */
    private boolean goingOnLater(OutboxLane lane, boolean more) {
        if (!more) {
            later(lane.thread(), stored.nextTry(lane.thread()));
        }
        return more;
    }

    private void later(String thread, @Nullable Instant when) {
        if (when != null) {
            var _ = scheduler.schedule(() -> drain(thread), when);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Lets the calls that are under way end, and leaves the rest to other nodes at once. */
    @Override
    public void stop() {
        running = false;
        lanes.awaitIdle(properties.lease());
        stored.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
