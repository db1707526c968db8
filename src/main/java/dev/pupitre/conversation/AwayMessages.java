package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Localised;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells customers who write outside the hours when the desk opens: once in a conversation, and once in the campaign's
 * quiet hours however many conversations there are.
 */
@Component
class AwayMessages {
    /** The step of the process in whose name it is told, and among the steps that the customer was told. */
    private static final String STEP = "away";

    private static final Duration LOOK_AGAIN_AT_ONCE = Duration.ofSeconds(30);

    /** Where the engine goes by another version of the table, whose opening is not known here. */
    private static final Duration LOOK_AGAIN_SOON = Duration.ofMinutes(5);

    /** Where no opening is known. */
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    private static final Localised CLOSED_UNTIL = new Localised(
            Map.of(
                    Localised.DEFAULT,
                    "Thank you for your message. Our desk is closed at the moment. It opens on {{nextOpening}}, and we will answer you then.",
                    "fr",
                    "Merci pour votre message. Notre service est fermé pour le moment. Il ouvre le {{nextOpening}} et nous vous répondrons alors."));

    /** Where no opening is known. */
    private static final Localised CLOSED = new Localised(
            Map.of(
                    Localised.DEFAULT,
                    "Thank you for your message. Our desk is closed at the moment. We will answer you as soon as we are back.",
                    "fr",
                    "Merci pour votre message. Notre service est fermé pour le moment. Nous vous répondrons dès notre retour."));

    private final Conversations conversations;
    private final LiveCourse course;
    private final KnownThreads knownThreads;
    private final Campaigns campaigns;
    private final OpeningHours hours;
    private final Wordings wordings;
    private final Profiles profiles;
    private final AutomaticMessages messages;
    private final Clock clock;

    AwayMessages(
            Conversations conversations,
            LiveCourse course,
            KnownThreads knownThreads,
            Campaigns campaigns,
            OpeningHours hours,
            Wordings wordings,
            Profiles profiles,
            AutomaticMessages messages,
            Clock clock) {
        this.conversations = conversations;
        this.course = course;
        this.knownThreads = knownThreads;
        this.campaigns = campaigns;
        this.hours = hours;
        this.wordings = wordings;
        this.profiles = profiles;
        this.messages = messages;
        this.clock = clock;
    }

    Campaign campaign(@Nullable CampaignId id) {
        return campaigns.findOrCatchAll(id);
    }

    /** Tells it in a conversation whose process does not ask, as it waits for an agent. */
    void tell(ConversationId id, Campaign campaign) {
        tell(id, campaign, hours.closedText(campaign, clock.instant()));
    }

    /** The text is the campaign's own; where that is blank, the table's, and where that is blank, too, the usual one. */
    void tell(ConversationId id, Campaign campaign, String tablesText) {
        var conversation = profiles.introduced(conversations.stored(id));
        var own = campaign.afterHours().text();
        var view = conversation.view();
        var text = own.isBlank() && !tablesText.isBlank()
                ? wordings.render(tablesText, view)
                : wordings.render(own.isBlank() ? usual(campaign) : own, view);
        var now = clock.instant();
        var quiet = Duration.ofHours(campaign.afterHours().quietHours());
        if (!text.isBlank() && knownThreads.mayTellAway(conversation, now.minus(quiet), now)) {
            messages.notifyCustomer(id, STEP, text);
            if (!isTold(conversations.stored(id))) {
                knownThreads.hasNotToldAway(conversation);
            }
        }
    }

    /** Where a line says why not, the customer may be told in the next conversation. */
    private static boolean isTold(StoredConversation conversation) {
        var key = conversation.conversationId() + ":" + STEP;
        return conversation.course().told().contains(STEP)
                && conversation.messages().stream()
                        .filter(message -> message.key().equals(key))
                        .allMatch(message -> message.extras().happening() == null);
    }

    private Localised usual(Campaign campaign) {
        return hours.nextOpening(campaign, clock.instant()).isPresent() ? CLOSED_UNTIL : CLOSED;
    }

    /**
     * Whether the desk has opened since the table was asked: clocks differ, and jobs wait. Who was found to be early
     * would wait for the opening after the next closing.
     */
    boolean hasOpenedSince(ScheduleClock asked, Campaign campaign) {
        return hours.isOpen(campaign, clock.instant()) && !hours.isOpen(asked);
    }

    /** Until the clocks agree that the desk is open. */
    Instant waitForClocks(ConversationId id) {
        var soon = clock.instant().plus(LOOK_AGAIN_AT_ONCE);
        course.waitsFor(id, soon);
        return soon;
    }

    /** When the conversation, which waits from now on, is to be looked at again. */
    Instant waitForOpening(ConversationId id, Campaign campaign) {
        var now = clock.instant();
        var opening = hours.isOpen(campaign, now)
                ? now.plus(LOOK_AGAIN_SOON)
                : hours.nextOpening(campaign, now).orElse(now.plus(LOOK_AGAIN));
        course.waitsFor(id, opening);
        return opening;
    }
}
