package dev.pupitre.engine;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The survey at the end of the process. */
class ConversationSurveyIT {
    private final ConversationRun run = new ConversationRun();

    @BeforeAll
    static void deploy() {
        ConversationRun.deploy();
    }

    @Test
    void asksHowItWasAndTakesTheAnswer() {
        toItsClose();
        run.complete("close-conversation", Map.of("reopened", false, "survey", true));

        var asked = run.complete("ask-survey", Map.of("asked", true));
        run.publish("survey-answered", Map.of("score", 5));

        TestBroker.awaitEnd(asked);
    }

    @Test
    void endsWhenTheCustomerCannotBeAsked() {
        toItsClose();
        run.complete("close-conversation", Map.of("reopened", false, "survey", true));

        TestBroker.awaitEnd(run.complete("ask-survey", Map.of("asked", false)));
    }

    private void toItsClose() {
        run.startAndQueue();
        run.publish("agent-assigned", Map.of("assignee", "alice"));
        run.publish("agent-resolved", Map.of("resolution", "r-1"));
    }
}
