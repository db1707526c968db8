package dev.pupitre.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.stereotype.Component;

/** Where Meta's events are made durable before they are acknowledged; what is in here is still to be worked on. */
@Component
public class Inbox {
    static final String COLLECTION = "inbox";

    /**
     * An event that is stored and not done with.
     *
     * @param notBefore it is about a message that has not come, which is looked for again then
     */
    record Pending(
            @MongoId String key,
            InboundEvent event,
            Instant storedAt,
            @Nullable Instant notBefore) {}

    private final PendingEvents stored;
    private final Relay relay;
    private final Clock clock;

    Inbox(PendingEvents stored, Relay relay, Clock clock) {
        this.stored = stored;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Stores the events of one webhook call. When this returns, nothing of them can be lost any more.
     *
     * <p>One that is stored already is handed on all the same: Meta repeats what it got no answer to, and such an
     * event must not be overtaken by the next while it waits for the {@link Sweeper}.
     *
     * @throws org.springframework.dao.DataAccessException when the store does not take them: Meta has to send again
     */
    public void accept(List<InboundEvent> events) {
        var now = clock.instant();
        var byKey = new LinkedHashMap<String, Pending>();
        for (var event : events) {
            byKey.putIfAbsent(event.key(), new Pending(event.key(), event, now, null));
        }
        if (!byKey.isEmpty()) {
            var pending = List.copyOf(byKey.values());
            stored.add(pending);
            pending.forEach(relay::submit);
        }
    }
}
