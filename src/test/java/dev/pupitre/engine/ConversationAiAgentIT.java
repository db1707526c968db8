package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The AI agent's turns in the process, and what follows them. */
class ConversationAiAgentIT {
    private final ConversationRun run = new ConversationRun();

    @BeforeAll
    static void deploy() {
        ConversationRun.deploy();
    }

    @Test
    void takesTurnsWithTheAiAgentUntilItHandsOff() {
        startWithAiAgent(ConversationRun.NEVER);

        run.complete("assistant-turn", Map.of("turn", "ANSWERED"));
        run.publish("customer-message", Map.of());
        run.complete("assistant-turn", Map.of("turn", "HAND_OFF"));

        run.complete("queue-conversation", Map.of());
    }

    @Test
    void closesWhatTheAiAgentHasSettled() {
        startWithAiAgent(ConversationRun.NEVER);
        run.complete("assistant-turn", Map.of("turn", "DONE"));

        TestBroker.awaitEnd(run.complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void handsOnWhatTheAiAgentHas() {
        startWithAiAgent(ConversationRun.NEVER);
        run.complete("assistant-turn", Map.of("turn", "ANSWERED"));

        run.publish("conversation-released", ConversationRun.released("agent", "alice"));

        assertThat(run.complete("queue-conversation", Map.of()).getVariablesAsMap())
                .extractingByKey("routing")
                .asString()
                .contains("alice");
    }

    @Test
    void goesOnWithTheAiAgentWhenTheCustomerWritesAtTheLastMoment() {
        startWithAiAgent("PT1S");
        run.complete("assistant-turn", Map.of("turn", "ANSWERED"));

        run.complete("close-conversation", Map.of("reopened", true));
        run.complete("assistant-turn", Map.of("turn", "ANSWERED"));
        run.complete("close-conversation", Map.of("reopened", false));

        TestBroker.awaitEnd(run.complete("close-conversation", Map.of("reopened", false)));
    }

    private void startWithAiAgent(String patience) {
        run.start("hello");
        run.prepare("assistant", true, "idle", patience);
    }
}
