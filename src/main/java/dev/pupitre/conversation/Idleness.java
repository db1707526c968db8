package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Localised;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
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
        campaigns.all().stream()
                .filter(campaign -> campaign.thresholds().idle() > 0)
                .forEach(this::look);
    }

    private void look(Campaign campaign) {
        var now = clock.instant();
        var before = now.minus(Duration.ofSeconds(campaign.thresholds().idle()));
        for (var idle : sweeps.idleSince(campaign.id(), before)) {
            var ref = RESOLUTION + UUID.randomUUID();
            endings.resolveIdle(idle, campaign.id(), before, ref, now).ifPresent(closing -> {
                announcements.conversation(closing);
                signals.handOn(closing);
            });
        }
    }

    /** Says goodbye in a conversation that is closed because nobody wrote, unless the customer has done so since. */
    void sayGoodbye(StoredConversation conversation, @Nullable String resolution) {
        if (resolution != null && resolution.startsWith(RESOLUTION) && conversation.since() == 0) {
            messages.notifyCustomer(
                    conversation.conversationId(), resolution, wordings.render(GOODBYE, conversation.view()));
        }
    }
}
