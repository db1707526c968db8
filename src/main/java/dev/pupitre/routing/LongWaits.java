package dev.pupitre.routing;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.AutomaticMessages;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.conversation.Wordings;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells customers who wait long that they are not forgotten, once, and marks those who waited so long that they count as
 * lost; while the desk is closed, nobody waits.
 *
 * <p>No process is asked: a timer for each of tens of thousands who wait would cost the engine as much as all else.
 */
@Component
class LongWaits {
    private final Campaigns campaigns;
    private final WaitingQueue queue;
    private final Conversations conversations;
    private final OpeningHours hours;
    private final AutomaticMessages messages;
    private final Wordings wordings;
    private final Clock clock;

    LongWaits(
            Campaigns campaigns,
            WaitingQueue queue,
            Conversations conversations,
            OpeningHours hours,
            AutomaticMessages messages,
            Wordings wordings,
            Clock clock) {
        this.campaigns = campaigns;
        this.queue = queue;
        this.conversations = conversations;
        this.hours = hours;
        this.messages = messages;
        this.wordings = wordings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${pupitre.routing.reconcile-interval:10s}")
    void look() {
        for (var campaign : campaigns.all()) {
            if (!campaign.waiting().longWaitText().isBlank()) {
                each(campaign, campaign.thresholds().longWait(), "told", id -> tell(campaign, id));
            }
            each(campaign, campaign.thresholds().dropout(), "lost", conversations::markLost);
        }
    }

    /** What is to be done comes before its mark: a repeat changes nothing. */
    private void each(Campaign campaign, int seconds, String mark, Consumer<ConversationId> then) {
        if (seconds == 0) {
            return;
        }
        var now = clock.instant();
        for (var entry : queue.waitingBefore(campaign.id(), now.minusSeconds(seconds), mark)) {
            if (hasWaited(campaign, entry.queuedAt(), seconds, now)) {
                then.accept(entry.conversation());
                queue.mark(entry, mark);
            }
        }
    }

    private boolean hasWaited(Campaign campaign, Instant since, int seconds, Instant now) {
        return hours.after(campaign, since, Duration.ofSeconds(seconds))
                .filter(due -> !due.isAfter(now))
                .isPresent();
    }

    private void tell(Campaign campaign, ConversationId id) {
        try {
            var conversation = conversations.get(id);
            if (conversation.state() == ConversationState.WAITING && conversation.elsewhere() == null) {
                var text = campaign.waiting().longWaitText();
                messages.notifyCustomer(id, "tell-waiting", wordings.render(text, conversation));
            }
        } catch (ConversationNotFound gone) {
            // Its entry in the queue goes when its turn comes.
        }
    }
}
