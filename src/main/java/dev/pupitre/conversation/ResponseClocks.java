package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.kernel.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Until when humans are to answer, by their campaign's service level; outside its hours the clocks stand still. An
 * AI agent has none: a human's begins when the conversation enters the queue.
 */
@Component
class ResponseClocks {
    /** Those that are other ones now. */
    record Dues(@Nullable Instant first, @Nullable Instant next) {}

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

    /** Starts the clock of the next answer with the first message since the last one, where a human is to give it. */
    void customerWrote(StoredConversation conversation, Instant now) {
        if (conversation.state() != ConversationState.NEW && conversation.unanswered() == 1) {
            nextDue(conversation, now);
        }
    }

    /** Who was answered by a human before waits for the next answer from the queue on, whoever answered meanwhile. */
    void queued(StoredConversation conversation, Instant now) {
        if (conversation.unanswered() > 0) {
            nextDue(conversation, now);
        }
    }

    private void nextDue(StoredConversation conversation, Instant now) {
        var campaign = conversation.campaign();
        var service = conversation.service();
        if (campaign != null && service.firstResponseAt() != null && service.nextResponseDueAt() == null) {
            due(campaign, now).ifPresent(due -> course.nextResponseDue(conversation.conversationId(), due));
        }
    }

    /** Until when humans are to answer now that the clocks have stood still: there is as much time left as there was. */
    Dues resumed(StoredConversation conversation, Instant left, Instant back) {
        var service = conversation.service();
        var campaign = Optional.ofNullable(conversation.campaign()).flatMap(campaigns::find);
        var first = service.firstResponseAt() == null ? service.firstResponseDueAt() : null;
        return new Dues(
                campaign.flatMap(found -> later(found, first, left, back)).orElse(null),
                campaign.flatMap(found -> later(found, service.nextResponseDueAt(), left, back))
                        .orElse(null));
    }

    private Optional<Instant> later(Campaign campaign, @Nullable Instant due, Instant left, Instant back) {
        return Optional.ofNullable(due)
                .filter(left::isBefore)
                .flatMap(running -> hours.after(campaign, back, hours.openTime(campaign, left, running)));
    }
}
