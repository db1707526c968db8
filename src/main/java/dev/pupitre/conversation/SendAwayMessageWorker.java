package dev.pupitre.conversation;

import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a customer who writes outside the business hours when there will be an answer. */
@Component
class SendAwayMessageWorker implements TaskWorker<SendAwayMessageWorker.Input, @Nullable Void> {
    /** What the table {@code business-hours} gave. */
    record Opening(@Nullable String message) {}

    record Input(ConversationId conversationId, Opening opening) {}

    private final AutomaticMessages messages;

    SendAwayMessageWorker(AutomaticMessages messages) {
        this.messages = messages;
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
    public @Nullable Void handle(Input input) {
        var text = input.opening().message();
        if (text != null && !text.isBlank()) {
            messages.notifyCustomer(input.conversationId(), "away", text);
        }
        return null;
    }
}
