package dev.pupitre.conversation;

import dev.pupitre.conversation.OutboxLane.Item;
import dev.pupitre.graph.GraphApi;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.OutboundText;
import dev.pupitre.kernel.MessageId;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Sends what is queued, strictly in order within a thread, so that the customer gets each message once.
 *
 * <p>Meta knows no idempotency key. An attempt is therefore recorded before the call; where its outcome is not known,
 * the echo that carries our message id settles it, and only when none has come in time the message is sent again.
 */
@Component
class Outbox implements SmartLifecycle {
    private final Lanes lanes = new Lanes("outbox");
    private final OutboxLanes stored;
    private final Transcripts transcripts;
    private final Announcements announcements;
    private final GraphApi graph;
    private final Pages pages;
    private final PagePace pace;
    private final OutboxProperties properties;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private volatile boolean running = true;

    Outbox(
            OutboxLanes stored,
            Transcripts transcripts,
            Announcements announcements,
            GraphApi graph,
            Pages pages,
            PagePace pace,
            OutboxProperties properties,
            TaskScheduler scheduler,
            Clock clock) {
        this.stored = stored;
        this.transcripts = transcripts;
        this.announcements = announcements;
        this.graph = graph;
        this.pages = pages;
        this.pace = pace;
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

    private void sendAll(String thread) {
        var more = true;
        while (more && running) {
            more = stored.lease(thread).map(this::sendNext).orElse(false);
        }
    }

    /** Returns whether the next one may follow at once. */
    private boolean sendNext(OutboxLane lane) {
        if (lane.items().isEmpty()) {
            return false;
        }
        var item = lane.items().getFirst();
        var message = transcripts
                .find(item.conversation(), item.message())
                .filter(found -> found.status().isUnsettled());
        if (message.isEmpty()) {
            stored.remove(lane, item);
            return true;
        }
        if (lane.isTrying(item) && isOutcomeLost(lane)) {
            waitForEcho(lane, item, properties.echoWaitAfterCrash());
            return false;
        }
        if (lane.notBefore() != null && lane.notBefore().isAfter(clock.instant())) {
            return false;
        }
        return send(lane, item, message.get());
    }

    /** Nobody waits for the echo: the caller died, or the store was away when the outcome was to be recorded. */
    private boolean isOutcomeLost(OutboxLane lane) {
        return lane.attempt() != null && (lane.notBefore() == null || !stored.isOurs(lane.attempt()));
    }

    private boolean send(OutboxLane lane, Item item, StoredMessage message) {
        var page = pages.find(lane.page());
        if (page.isEmpty()) {
            return hold(lane, item, "The Page is not connected: the message goes out when it is again");
        }
        var held = pace.held(lane.page());
        if (held.isPresent()) {
            return hold(lane, item, held.get());
        }
        pace.await(lane.page());
        if (!stored.attempting(lane, item)) {
            return false;
        }
        var begun = clock.instant();
        try {
            var mid =
                    graph.send(page.get().access(), new OutboundText(lane.customer(), message.text(), item.message()));
            transcripts.sent(item.conversation(), item.message(), mid, begun).ifPresent(announcements::changed);
            stored.remove(lane, item);
            pace.release(lane.page());
            return true;
        } catch (GraphFailure failure) {
            return handle(lane, item, failure);
        }
    }

    private boolean handle(OutboxLane lane, Item item, GraphFailure failure) {
        var reason = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case UNKNOWN_OUTCOME -> {
                waitForEcho(lane, item, properties.echoWait());
                yield false;
            }
            case TOKEN, PAGE_RESTRICTED -> {
                pace.hold(lane.page(), reason, clock.instant().plus(properties.heldRetry()));
                yield hold(lane, item, reason);
            }
            case TRANSIENT ->
                lane.attempts() + 1 < properties.maxAttempts() ? retry(lane, item, reason) : fail(lane, item, reason);
            case WINDOW, RECIPIENT, ELSEWHERE, ANSWERED_BEFORE, ATTACHMENT_GONE, REJECTED -> fail(lane, item, reason);
        };
    }

    private void waitForEcho(OutboxLane lane, Item item, Duration wait) {
        var until = clock.instant().plus(wait);
        stored.await(lane, item, until);
        tell(item, MessageStatus.SENDING, "Meta has not confirmed this message yet");
        later(lane, until);
    }

    private boolean hold(OutboxLane lane, Item item, String reason) {
        var until = clock.instant().plus(properties.heldRetry());
        stored.postpone(lane, lane.attempts(), until);
        tell(item, MessageStatus.QUEUED, reason);
        later(lane, until);
        return false;
    }

    private boolean retry(OutboxLane lane, Item item, String reason) {
        var until = clock.instant().plus(backoff(lane.attempts()));
        stored.postpone(lane, lane.attempts() + 1, until);
        tell(item, MessageStatus.QUEUED, reason);
        later(lane, until);
        return false;
    }

    private boolean fail(OutboxLane lane, Item item, String reason) {
        transcripts.failed(item.conversation(), item.message(), reason).ifPresent(announcements::changed);
        stored.remove(lane, item);
        return true;
    }

    private void tell(Item item, MessageStatus status, String reason) {
        transcripts.pending(item.conversation(), item.message(), status, reason).ifPresent(announcements::changed);
    }

    private void later(OutboxLane lane, Instant when) {
        var _ = scheduler.schedule(() -> drain(lane.thread()), when);
    }

    /** Doubles from attempt to attempt; spread by up to a half, so that many threads do not come back together. */
    private Duration backoff(int attempts) {
        var doubled = properties.firstBackoff().multipliedBy(1L << Math.min(attempts, 16));
        var capped = doubled.compareTo(properties.maxBackoff()) < 0 ? doubled : properties.maxBackoff();
        return capped.plusMillis(ThreadLocalRandom.current().nextLong(1 + capped.toMillis() / 2));
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
