package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes a conversation, or finds that the customer wrote after the agent had resolved it. */
@Component
class CloseConversationWorker implements TaskWorker<CloseConversationWorker.Input, CloseConversationWorker.Output> {
    /**
     * @param resolution none when the task was completed in Tasklist, or there was none
     * @param turn how the AI agent's last turn ended, if it had one
     * @param round how often its process has heard that it was handed on
     */
    record Input(
            ConversationId conversationId,
            @Nullable String resolution,
            @Nullable String turn,
            @Nullable Integer round) {}

    /** @param survey whether the customer is to be asked how it was */
    record Output(boolean reopened, boolean survey) {}

    private final Closing closing;
    private final Idleness idleness;
    private final LiveConversations live;
    private final Recordings conversations;
    private final Campaigns campaigns;
    private final Customers customers;

    CloseConversationWorker(
            Closing closing,
            Idleness idleness,
            LiveConversations live,
            Recordings conversations,
            Campaigns campaigns,
            Customers customers) {
        this.closing = closing;
        this.idleness = idleness;
        this.live = live;
        this.conversations = conversations;
        this.campaigns = campaigns;
        this.customers = customers;
    }

    @Override
    public String taskType() {
        return "close-conversation";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        if (Automation.Outcome.ANSWERED.name().equals(input.turn())
                && closing.isWrittenInAfterAll(input.conversationId())) {
            return new Output(true, false);
        }
        live.find(input.conversationId())
                .filter(conversation -> conversation.state() == ConversationState.CLOSING)
                .ifPresent(conversation -> idleness.sayGoodbye(conversation, input.resolution()));
        var reopened = input.resolution() == null
                ? closing.complete(input.conversationId(), input.round())
                : closing.close(input.conversationId(), input.resolution());
        var erased = StoredConversation.ERASED.equals(input.resolution());
        return new Output(reopened, !reopened && !erased && isToBeAsked(input));
    }

    /** Whom nobody answered, as the desk was closed or the queue full, and who is blocked, is not asked. */
    private boolean isToBeAsked(Input input) {
        return conversations
                .find(input.conversationId())
                .filter(over -> over.state() == ConversationState.CLOSED
                        && over.assignedAt() != null
                        && !Continued.isVain(over))
                .filter(over ->
                        !customers.isBlocked(over.page().id(), over.customer().id()))
                .map(StoredConversation::campaign)
                .flatMap(campaigns::find)
                .map(campaign -> campaign.survey().on())
                .orElse(false);
    }
}
