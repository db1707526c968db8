package dev.pupitre.conversation;

import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends a conversation that the table {@code listening} wants nothing of, or finds that the customer wrote more, which
 * the table then hears.
 */
@Component
class IgnoreConversationWorker implements TaskWorker<IgnoreConversationWorker.Input, IgnoreConversationWorker.Output> {
    /** {@code heard} says how many messages the table has heard; none stands for the first one. */
    record Input(
            ConversationId conversationId,
            @Nullable Integer heard,
            @Nullable String text) {}

    record Output(boolean wroteMore, int heard, @Nullable String text) {}

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
    public Output handle(Input input) {
        var heard = input.heard() == null ? 1 : input.heard();
        return closing.ignore(input.conversationId(), heard)
                .map(more -> new Output(true, more.since(), StartFacts.normalised(more.lastWords())))
                .orElseGet(() -> new Output(false, heard, input.text()));
    }
}
