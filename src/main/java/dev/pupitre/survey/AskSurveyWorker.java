package dev.pupitre.survey;

import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.ConversationId;
import org.springframework.stereotype.Component;

/** Asks the customer how the conversation was, where its campaign wants to know and Meta lets it. */
@Component
class AskSurveyWorker implements TaskWorker<AskSurveyWorker.Input, AskSurveyWorker.Output> {
    static final String TASK = "ask-survey";

    record Input(ConversationId conversationId) {}

    /** Whether an answer is to be waited for. */
    record Output(boolean asked) {}

    private final Surveys surveys;

    AskSurveyWorker(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public String taskType() {
        return TASK;
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        return new Output(surveys.ask(input.conversationId()));
    }
}
