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
    /** {@code opening} is what the table {@code business-hours} said. */
    record Input(
            ConversationId conversationId,
            CampaignId campaign,
            @Nullable Map<String, @Nullable Object> opening) {
        String message() {
            return opening != null && opening.get("message") instanceof String text ? text : "";
        }
    }

    /** @param opensAt until when the conversation waits; null where it is closed */
    record Output(AfterHours.Then after, @Nullable Instant opensAt) {}

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
        live.find(id).filter(found -> found.state().isOpen()).ifPresent(open -> {
            if (input.opening() != null) {
                decisions.confirm(open, OpeningHours.TABLE, input.opening());
            }
            away.tell(id, campaign, input.message());
        });
        return switch (campaign.afterHours().then()) {
            case CLOSE -> new Output(AfterHours.Then.CLOSE, null);
            case WAIT -> new Output(AfterHours.Then.WAIT, away.waitForOpening(id, campaign));
        };
    }
}
