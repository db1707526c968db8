package dev.pupitre.routing;

import static java.util.stream.Collectors.toSet;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.AutomaticMessages;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.conversation.Wordings;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells customers who wait long that they are not forgotten, once, and marks those who waited so long that they count as
 * lost, from the first time they were queued; while the desk is closed, nobody waits.
 *
 * <p>No process is asked: a timer for each of tens of thousands who wait would cost the engine as much as all else.
 */
@Component
class LongWaits {
    private final Campaigns campaigns;
    private final Choice choice;
    private final WaitingQueue queue;
    private final Conversations conversations;
    private final OpeningHours hours;
    private final AutomaticMessages messages;
    private final Wordings wordings;
    private final Clock clock;

    LongWaits(
            Campaigns campaigns,
            Choice choice,
            WaitingQueue queue,
            Conversations conversations,
            OpeningHours hours,
            AutomaticMessages messages,
            Wordings wordings,
            Clock clock) {
        this.campaigns = campaigns;
        this.choice = choice;
        this.queue = queue;
        this.conversations = conversations;
        this.hours = hours;
        this.messages = messages;
        this.wordings = wordings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${pupitre.routing.reconcile-interval:10s}")
    void look() {
        each("told", LongWaits::tellAfter, QueueEntry::queuedAt, this::tell);
        each(
                "lost",
                campaign -> campaign.thresholds().dropout(),
                QueueEntry::waitsSince,
                (campaign, id) -> conversations.markLost(id));
    }

    /** 0 for never. */
    private static int tellAfter(Campaign campaign) {
        return campaign.waiting().longWaitText().isBlank()
                ? 0
                : campaign.thresholds().longWait();
    }

    /** What is to be done comes before its mark: a repeat changes nothing. */
    private void each(
            String mark,
            ToIntFunction<Campaign> limit,
            Function<QueueEntry, Instant> since,
            BiConsumer<Campaign, ConversationId> then) {
        var now = clock.instant();
        var latest = new HashMap<CampaignId, Instant>();
        var inUse = campaigns.all();
        inUse.stream()
                .filter(campaign -> limit.applyAsInt(campaign) > 0 && hours.isOpen(campaign, now))
                .forEach(campaign -> latest.put(campaign.id(), now.minusSeconds(limit.applyAsInt(campaign))));
        var known = inUse.stream().map(Campaign::id).collect(toSet());
        for (var entry : queue.waitingBefore(latest, now, known, mark)) {
            var campaign = choice.campaign(entry.campaign());
            var seconds = limit.applyAsInt(campaign);
            // Of a campaign that is not known any more, the hours were not asked yet.
            if (seconds > 0 && hours.isOpen(campaign, now) && hasWaited(campaign, since.apply(entry), seconds, now)) {
                then.accept(campaign, entry.conversation());
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
