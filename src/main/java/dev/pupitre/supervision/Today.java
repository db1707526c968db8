package dev.pupitre.supervision;

import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Knows the conversations that ended in the last day, of all nodes, so that nothing of history is read to count them. */
@Component
class Today {
    /** The longest day there is, with a clock set back, and a margin. */
    private static final Duration KEPT = Duration.ofHours(27);

    /** By so much the nodes' clocks, and what is written slowly, may differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final Endings endings;
    private final Conversations conversations;
    private final Clock clock;
    private final Map<ConversationId, Ending> known = new ConcurrentHashMap<>();
    private @Nullable Instant readUntil;

    Today(Endings endings, Conversations conversations, Clock clock) {
        this.endings = endings;
        this.conversations = conversations;
        this.clock = clock;
    }

    @EventListener
    void on(ConversationEvent.Closed closed) {
        try {
            var over = conversations.get(closed.conversation());
            if (over.state() == ConversationState.CLOSED) {
                endings.add(Ending.of(over), clock.instant());
            }
        } catch (ConversationNotFound erasedMeanwhile) {
            // There is nothing left of it to count.
        }
    }

    /** Those of the last day, the newest state of each. */
    synchronized Collection<Ending> endings() {
        var now = clock.instant();
        var oldest = now.minus(KEPT);
        var from = readUntil == null ? oldest : readUntil.minus(OVERLAP);
        endings.writtenBetween(from, now.plus(OVERLAP)).forEach(ending -> known.put(ending.conversation(), ending));
        readUntil = now;
        known.values().removeIf(ending -> ending.endedAt().isBefore(oldest));
        return List.copyOf(known.values());
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT30M")
    void forget() {
        endings.forgetBefore(clock.instant().minus(KEPT).minus(OVERLAP));
    }
}
