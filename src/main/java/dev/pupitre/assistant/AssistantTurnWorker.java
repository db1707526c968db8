package dev.pupitre.assistant;

import dev.pupitre.conversation.Automation.Outcome;
import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.ConversationId;
import org.springframework.stereotype.Component;

/** Lets the AI agent answer what the customer wrote, or hand the conversation over. */
@Component
class AssistantTurnWorker implements TaskWorker<AssistantTurnWorker.Input, AssistantTurnWorker.Output> {
    record Input(ConversationId conversationId) {}

    record Output(Outcome turn) {}

    private final Turns turns;

    AssistantTurnWorker(Turns turns) {
        this.turns = turns;
    }

    @Override
    public String taskType() {
        return "assistant-turn";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        return new Output(turns.take(input.conversationId()));
    }
}
