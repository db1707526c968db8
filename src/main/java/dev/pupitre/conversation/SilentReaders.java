package dev.pupitre.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Writes down who of those who lead reads what goes on in somebody else's hands: neither the agent nor the customer is
 * told.
 *
 * <p>A screen reads again and again: what is read within the time after the last reading is the same opening, on each
 * node.
 */
@Component
class SilentReaders {
    static final Duration STAYS_OPEN = Duration.ofMinutes(10);

    private static final int MOST = 100_000;

    private record Opening(UserId reader, ConversationId conversation) {}

    private final Audit audit;
    private final Cache<Opening, Boolean> open;

    SilentReaders(Audit audit, Clock clock) {
        this.audit = audit;
        this.open = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(STAYS_OPEN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** To be called before the caller is shown anything: what cannot be written down is not read. */
    void opens(Caller caller, StoredConversation conversation) {
        if (leads(caller) && isInOtherHands(caller, conversation)) {
            var _ = open.get(new Opening(caller.id(), conversation.conversationId()), this::record);
        }
    }

    private Boolean record(Opening opening) {
        audit.record(Act.CONVERSATION_READ, opening.conversation().value());
        return true;
    }

    private static boolean leads(Caller caller) {
        return caller.roles().contains(Role.SUPERVISOR) || caller.roles().contains(Role.ADMIN);
    }

    /** What waits is every agent's to look at. */
    private static boolean isInOtherHands(Caller caller, StoredConversation conversation) {
        return conversation.state().isOpen()
                && conversation.state() != ConversationState.WAITING
                && !conversation.isAssignedTo(caller.getName());
    }
}
