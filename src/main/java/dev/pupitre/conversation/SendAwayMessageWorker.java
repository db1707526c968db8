package dev.pupitre.conversation;

import dev.pupitre.campaign.AfterHours;
import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells a customer who writes outside the business hours when there will be an answer, and says what becomes of the
 * conversation.
 */
@Component
class SendAwayMessageWorker implements TaskWorker<SendAwayMessageWorker.Input, SendAwayMessageWorker.Output> {
    /** {@code opening} is what the table {@code business-hours} said of the moment that the last four tell. */
    record Input(
            ConversationId conversationId,
            @Nullable CampaignId campaign,
            @Nullable Object opening,
            String schedule,
            String localDate,
            String weekday,
            String localTime) {
        ScheduleClock asked() {
            return new ScheduleClock(schedule, localDate, weekday, localTime);
        }

        /** What the table said; nothing where it has but one output, or another hit policy. */
        Map<String, @Nullable Object> told() {
            return Decisions.outputs(opening);
        }

        String message() {
            return told().get("message") instanceof String text ? text : "";
        }
    }

    /** @param opensAt until when the conversation waits, as ISO 8601; null where it is closed */
    record Output(AfterHours.Then after, @Nullable String opensAt) {}

    private final AwayMessages away;
    private final Decisions decisions;
    private final LiveConversations live;

    SendAwayMessageWorker(AwayMessages away, Decisions decisions, LiveConversations live) {
        this.away = away;
        this.decisions = decisions;
        this.live = live;
    }

    @Override
    public String taskType() {
        return "send-away-message";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        var id = input.conversationId();
        var campaign = away.campaign(input.campaign());
        var opened = away.hasOpenedSince(input.asked(), campaign);
        live.find(id).filter(found -> found.state().isOpen()).ifPresent(open -> {
            decisions.confirm(open, OpeningHours.TABLE, input.told());
            if (!opened) {
                away.tell(id, campaign, input.message());
            }
        });
        if (opened) {
            return waiting(away.waitForClocks(id));
        }
        return switch (campaign.afterHours().then()) {
            case CLOSE -> new Output(AfterHours.Then.CLOSE, null);
            case WAIT -> waiting(away.waitForOpening(id, campaign));
        };
    }

    private static Output waiting(Instant until) {
        return new Output(AfterHours.Then.WAIT, until.toString());
    }
}
