package dev.pupitre.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Something that goes out to one webhook, however often it takes.
 *
 * @param id the same for a repeat, by which receivers know one
 * @param nextAt when it is tried next; a node that tries has it to itself until then
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
        @Nullable Instant settledAt) {

    enum State {
        PENDING,
        SENT,
        FAILED
    }

    static WebhookDelivery due(String id, String webhook, String event, String body, Instant now) {
        return new WebhookDelivery(id, webhook, event, body, State.PENDING, 0, now, now, null, null, null);
    }
}
