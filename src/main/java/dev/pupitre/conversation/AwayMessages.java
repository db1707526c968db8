package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells customers who write outside the hours when the desk opens: once in a conversation, and once in the campaign's
 * quiet hours however many conversations there are.
 */
@Component
class AwayMessages {
    /** A desk for which no opening is known is looked at again after this time. */
    private static final Duration JUST = Duration.ofMinutes(5);

    private static final Duration LOOK_AGAIN_SOON = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    private final Conversations conversations;
    private final LiveCourse course;
    private final Recordings recordings;
    private final Campaigns campaigns;
    private final OpeningHours hours;
    private final Wordings wordings;
    private final AutomaticMessages messages;
    private final Clock clock;

    AwayMessages(
            Conversations conversations,
            LiveCourse course,
            Recordings recordings,
            Campaigns campaigns,
            OpeningHours hours,
            Wordings wordings,
            AutomaticMessages messages,
            Clock clock) {
        this.conversations = conversations;
        this.course = course;
        this.recordings = recordings;
        this.campaigns = campaigns;
        this.hours = hours;
        this.wordings = wordings;
        this.messages = messages;
        this.clock = clock;
    }

    Campaign campaign(@Nullable CampaignId id) {
        return Optional.ofNullable(id)
                .flatMap(campaigns::find)
                .or(() -> campaigns.find(Campaign.CATCH_ALL))
                .orElseThrow(() -> new IllegalStateException("Expected the catch-all campaign to be there"));
    }

    /** The text is the campaign's own; where that is blank, the table's. */
    void tell(ConversationId id, Campaign campaign, String tablesText) {
        var conversation = conversations.stored(id);
        var own = campaign.afterHours().text();
        var view = conversation.view();
        var text = own.isBlank() ? wordings.render(tablesText, view) : wordings.render(own, view);
        var now = clock.instant();
        var quiet = Duration.ofHours(campaign.afterHours().quietHours());
        if (!text.isBlank() && recordings.mayTellAway(conversation, now.minus(quiet), now)) {
            messages.notifyCustomer(id, "away", text);
        }
    }

    /**
     * Whether the desk has opened since the table was asked: clocks differ, and jobs wait. Who was found to be early by a
     * moment would wait for the opening after the next closing.
     */
    boolean hasJustOpened(Campaign campaign) {
        var now = clock.instant();
        return hours.isOpen(campaign, now) && !hours.isOpen(campaign, now.minus(JUST));
    }

    /** Until the clocks agree that the desk is open. */
    Instant waitForClocks(ConversationId id) {
        var soon = clock.instant().plus(LOOK_AGAIN_SOON);
        course.waitsFor(id, soon);
        return soon;
    }

    /** When the conversation, which waits from now on, is to be looked at again. */
    Instant waitForOpening(ConversationId id, Campaign campaign) {
        var now = clock.instant();
        var opening = hours.nextOpening(campaign, now).orElse(now.plus(LOOK_AGAIN));
        course.waitsFor(id, opening);
        return opening;
    }
}
