package dev.pupitre.conversation;

import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends a conversation that the table {@code listening} wants nothing of. */
@Component
class IgnoreConversationWorker implements TaskWorker<IgnoreConversationWorker.Input, @Nullable Void> {
    record Input(ConversationId conversationId) {}

    private final Closing closing;

    IgnoreConversationWorker(Closing closing) {
        this.closing = closing;
    }

    @Override
    public String taskType() {
        return "ignore-conversation";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public @Nullable Void handle(Input input) {
        closing.ignore(input.conversationId());
        return null;
    }
}
