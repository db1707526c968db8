package dev.pupitre.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Something that goes out to one webhook, however often it takes.
 *
 * @param id the same for a repeat, by which receivers know one
 * @param nextAt when it is tried next; a node that tries has it to itself until then
 * @param again null where nobody had it sent again
 */
record WebhookDelivery(
        @Id String id,
        String webhook,
        String event,
        String body,
        State state,
        Integer attempts,
        Instant createdAt,
        Instant nextAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable Instant settledAt,
        @Nullable Again again) {

    enum State {
        PENDING,
        SENT,
        FAILED
    }

    /**
     * It was given up, and somebody has it sent again, as patiently as at first.
     *
     * @param attempts that were made before
     */
    record Again(Instant at, String by, int attempts) {}

    static WebhookDelivery due(String id, String webhook, String event, String body, Instant now) {
        return new WebhookDelivery(id, webhook, event, body, State.PENDING, 0, now, now, null, null, null, null);
    }

    /** From when on it is tried for as long as there is hope. */
    Instant begunAt() {
        return again == null ? createdAt : again.at();
    }

    int attemptsSince() {
        return again == null ? attempts : attempts - again.attempts();
    }
}
