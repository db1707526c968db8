package dev.pupitre.conversation;

import dev.pupitre.campaign.AfterHours;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends those away who wait for an agent when the desk has closed: their processes asked for the hours before, and do
 * not ask again.
 *
 * <p>The customer is told first, once; the end is decided second, by one update that also says that the process is to
 * hear of it. So this may be broken off anywhere and repeated by anybody.
 */
@Component
public class ClosedDesk {
    private static final String RESOLUTION = "closed-desk:";

    private final LiveConversations live;
    private final LiveEndings endings;
    private final AwayMessages away;
    private final Signals signals;
    private final Announcements announcements;
    private final Clock clock;

    ClosedDesk(
            LiveConversations live,
            LiveEndings endings,
            AwayMessages away,
            Signals signals,
            Announcements announcements,
            Clock clock) {
        this.live = live;
        this.endings = endings;
        this.away = away;
        this.signals = signals;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Tells the customer when the desk opens, and ends the conversation where the campaign has none wait for that.
     *
     * @param queuedAt when the wait began that this is about
     * @return whether it waits on
     */
    public boolean sendAway(ConversationId id, Instant queuedAt, Campaign campaign) {
        var waits = waiting(id, queuedAt);
        if (waits.isEmpty() || waits.get().service().elsewhere() != null) {
            return waits.isPresent();
        }
        away.tell(id, campaign);
        if (campaign.afterHours().then() == AfterHours.Then.WAIT) {
            return true;
        }
        var closing = endings.resolveWaiting(id, queuedAt, RESOLUTION + UUID.randomUUID(), clock.instant());
        closing.ifPresent(conversation -> {
            announcements.conversation(conversation);
            signals.handOn(conversation);
        });
        return closing.isEmpty() && waiting(id, queuedAt).isPresent();
    }

    private Optional<StoredConversation> waiting(ConversationId id, Instant queuedAt) {
        return live.find(id)
                .filter(found -> found.state() == ConversationState.WAITING && queuedAt.equals(found.queuedAt()));
    }

    /** Whether this resolution is such an end, which nothing that the customer writes takes back. */
    static boolean isItsWord(@Nullable String resolution) {
        return resolution != null && resolution.startsWith(RESOLUTION);
    }
}
