package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.kernel.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Until when humans are to answer, by their campaign's service level; outside its hours the clocks stand still. An
 * automatic agent has none: a human's begins when the conversation enters the queue.
 */
@Component
class ResponseClocks {
    private final Campaigns campaigns;
    private final OpeningHours hours;
    private final LiveCourse course;

    ResponseClocks(Campaigns campaigns, OpeningHours hours, LiveCourse course) {
        this.campaigns = campaigns;
        this.hours = hours;
        this.course = course;
    }

    /** Empty where the campaign has no service level, or does not open for long. */
    Optional<Instant> due(CampaignId id, Instant since) {
        return campaigns
                .find(id)
                .filter(campaign -> campaign.thresholds().serviceLevel() > 0)
                .flatMap(campaign -> hours.after(
                        campaign,
                        since,
                        Duration.ofSeconds(campaign.thresholds().serviceLevel())));
    }

    /** Starts the clock of the next answer with the first message since the last one. */
    void customerWrote(StoredConversation conversation, Instant now) {
        var campaign = conversation.campaign();
        var service = conversation.service();
        if (campaign != null
                && conversation.unanswered() == 1
                && service.firstResponseAt() != null
                && service.nextResponseDueAt() == null) {
            due(campaign, now).ifPresent(due -> course.nextResponseDue(conversation.conversationId(), due));
        }
    }
}
