package dev.pupitre.conversation;

import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes a conversation, or finds that the customer wrote after the agent had resolved it. */
@Component
class CloseConversationWorker implements TaskWorker<CloseConversationWorker.Input, CloseConversationWorker.Output> {
    record Input(ConversationId conversationId, @Nullable String resolution) {}

    record Output(boolean reopened) {}

    private final Closing closing;

    CloseConversationWorker(Closing closing) {
        this.closing = closing;
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
        return new Output(closing.close(input.conversationId(), input.resolution()));
    }
}
