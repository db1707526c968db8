package dev.pupitre.conversation;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps what blocked customers write: in recordings that nobody was told of, each of so many messages at most.
 *
 * <p>There it can be read by who looks for it, is erased with the rest, and no process ever begins.
 */
@Component
class BlockedArrivals {
    /** The "resolution" of such recordings, by which the next message knows them. */
    static final String BLOCKED = "blocked";

    private static final int MOST = 100;

    private final Customers customers;
    private final Recordings recordings;
    private final KnownThreads knownThreads;
    private final ProcessedEvents processed;
    private final Fetching fetching;
    private final Clock clock;

    BlockedArrivals(
            Customers customers,
            Recordings recordings,
            KnownThreads knownThreads,
            ProcessedEvents processed,
            Fetching fetching,
            Clock clock) {
        this.customers = customers;
        this.recordings = recordings;
        this.knownThreads = knownThreads;
        this.processed = processed;
        this.fetching = fetching;
        this.clock = clock;
    }

    /**
     * Keeps it instead of opening a conversation with it; false where its customer is not blocked.
     *
     * @param next the conversation that would be opened
     */
    boolean takes(Arrival arrival, StoredConversation next) {
        if (!customers.isBlocked(arrival.page().value(), arrival.customer().id())) {
            return false;
        }
        var last = knownThreads
                .lastConversation(arrival.thread())
                .flatMap(recordings::find)
                .filter(recording -> BLOCKED.equals(recording.resolution()));
        var there = last.filter(
                recording -> recording.withKey(arrival.message().key()).isPresent());
        if (there.isEmpty()) {
            var kept = last.filter(recording -> recording.messages().size() < MOST)
                    .flatMap(recording ->
                            recordings.append(recording.conversationId(), arrival.message(), clock.instant()));
            if (kept.isEmpty()) {
                recordings.record(next.over(ConversationState.IGNORED, BLOCKED, clock.instant()));
            }
            knownThreads.touch(arrival.thread(), arrival.customer().id(), arrival.window());
        }
        fetch(arrival);
        processed.write(List.of(arrival.message().key()));
        return true;
    }

    /** Also on a repeat, after a crash before this. */
    private void fetch(Arrival arrival) {
        if (arrival.message().awaitsFiles()) {
            knownThreads
                    .lastConversation(arrival.thread())
                    .ifPresent(kept -> fetching.take(arrival.message().id(), kept));
        }
    }
}
