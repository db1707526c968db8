package dev.pupitre.conversation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Localised;
import dev.pupitre.kernel.CampaignId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes conversations in which nobody writes any more: the process is told, and tells the customer. One in which the
 * customer waits for an answer is not idle, however long that takes.
 */
@Component
class Idleness {
    private static final String RESOLUTION = "idle:";
    private static final Localised GOODBYE = new Localised(
            Map.of(
                    Localised.DEFAULT,
                    "As we have not heard from you for a while, we close this conversation. Write to us again at any time.",
                    "fr",
                    "Sans nouvelles de votre part, nous terminons cette conversation. Vous pouvez nous réécrire à tout moment."));

    private final LiveSweeps sweeps;
    private final LiveEndings endings;
    private final Campaigns campaigns;
    private final Signals signals;
    private final Announcements announcements;
    private final AutomaticMessages messages;
    private final Wordings wordings;
    private final Clock clock;

    Idleness(
            LiveSweeps sweeps,
            LiveEndings endings,
            Campaigns campaigns,
            Signals signals,
            Announcements announcements,
            AutomaticMessages messages,
            Wordings wordings,
            Clock clock) {
        this.sweeps = sweeps;
        this.endings = endings;
        this.campaigns = campaigns;
        this.signals = signals;
        this.announcements = announcements;
        this.messages = messages;
        this.wordings = wordings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${pupitre.conversation.idle-interval:15s}")
    void look() {
        var now = clock.instant();
        var all = campaigns.withArchived();
        var before = new HashMap<CampaignId, Instant>();
        for (var campaign : all) {
            limit(campaign, now).ifPresent(limit -> before.put(campaign.id(), limit));
        }
        var known = all.stream().map(Campaign::id).collect(toUnmodifiableSet());
        for (var idle : sweeps.idle(before, before.get(Campaign.CATCH_ALL), known)) {
            var ref = RESOLUTION + UUID.randomUUID();
            endings.resolveIdle(idle, ref, now).ifPresent(closing -> {
                announcements.conversation(closing);
                signals.handOn(closing);
            });
        }
    }

    private static Optional<Instant> limit(Campaign campaign, Instant now) {
        return Optional.of(campaign.thresholds().idle())
                .filter(seconds -> seconds > 0)
                .map(now::minusSeconds);
    }

    /** The same in one that an AI agent has, whose process found for itself that nobody writes. */
    void sayGoodbyeOfAssistant(StoredConversation conversation) {
        var automation = conversation.service().automation();
        if (conversation.state() == ConversationState.NEW
                && conversation.course().awaited()) {
            messages.sayInPrivate(
                    conversation.conversationId(),
                    RESOLUTION + automation.heard(),
                    wordings.render(GOODBYE, conversation.view()));
        }
    }

    /** Says goodbye in a conversation that is closed because nobody wrote, unless the customer has done so since. */
    void sayGoodbye(StoredConversation conversation, @Nullable String resolution) {
        if (resolution != null && resolution.startsWith(RESOLUTION) && conversation.since() == 0) {
            messages.sayInPrivate(
                    conversation.conversationId(), resolution, wordings.render(GOODBYE, conversation.view()));
        }
    }
}
