package dev.pupitre.routing;

import dev.pupitre.conversation.Conversations;
import dev.pupitre.engine.BpmnError;
import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a conversation into the queue its rules chose, from where the next agent with room gets it. */
@Component
class QueueConversationWorker implements TaskWorker<QueueConversationWorker.Input, @Nullable Void> {
    /** What the table {@code listening} gave. */
    record Listening(CampaignId campaign) {}

    /** What the table {@code routing} gave; no priority counts as 0. */
    record Route(@Nullable Integer priority) {}

    record Input(
            ConversationId conversationId,
            Listening listening,
            @Nullable Route routing) {}

    /** The customer's conversation ended in another way before its process came here. */
    static class ConversationGone extends BpmnError {
        ConversationGone(ConversationId id) {
            super("CONVERSATION_GONE", "Expected conversation " + id + " to be open, but it is over");
        }
    }

    private final Conversations conversations;
    private final Routing routing;

    QueueConversationWorker(Conversations conversations, Routing routing) {
        this.conversations = conversations;
        this.routing = routing;
    }

    @Override
    public String taskType() {
        return "queue-conversation";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public @Nullable Void handle(Input input) {
        var route = input.routing();
        var priority = route == null || route.priority() == null ? 0 : route.priority();
        var queued = conversations
                .queue(input.conversationId(), input.listening().campaign(), priority)
                .orElseThrow(() -> new ConversationGone(input.conversationId()));
        routing.enqueue(queued);
        return null;
    }
}
