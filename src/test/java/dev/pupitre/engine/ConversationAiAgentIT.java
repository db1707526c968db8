package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void handsOnToTheAiAgentWhereItWasNotOnBefore() {
        run.startAndQueue();

        run.publish("conversation-released", ConversationRun.released("ai", ""));

        run.complete("assistant-turn", Map.of("turn", "DONE"));
        TestBroker.awaitEnd(run.complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void leavesToPeopleWhatIsHandedOnToThemThoughTheAiAgentIsOn() {
        startWithAiAgent(ConversationRun.NEVER);
        run.complete("assistant-turn", Map.of("turn", "HAND_OFF"));
        run.complete("queue-conversation", Map.of());

        run.publish("conversation-released", ConversationRun.released("members", ""));

        assertThat(run.complete("queue-conversation", Map.of()).getVariablesAsMap())
                .extractingByKey("routing")
                .asString()
                .contains("target=members");
    }

    @ParameterizedTest
    @CsvSource({"true, members, queue-conversation", "false, ai, assistant-turn", "true, team, queue-conversation"})
    void answersByWhomTheTableNamesWhateverTheCampaignHas(boolean assistant, String target, String task) {
        var prefix = "who-%s-".formatted(target);
        ConversationRun.deploy(
                new EditedTable("routing")
                        .row("By the test", Map.of(), "\"%s\"".formatted(target), "\"sales\"", "null", "null", "0")
                        .xml(prefix + "routing"),
                prefix + "routing.dmn");
        ConversationRun.deploy(
                new String(ModelCopy.of("conversation", prefix), UTF_8)
                        .replace("decisionId=\"routing\"", "decisionId=\"%srouting\"".formatted(prefix))
                        .getBytes(UTF_8),
                prefix + "conversation.bpmn");
        var copy = new ConversationRun(prefix);

        copy.start("hello");
        copy.prepare("assistant", assistant);

        assertThat(copy.next(task).getVariable("routing")).asString().contains("target=" + target);
    }

    private void startWithAiAgent(String patience) {
        run.start("hello");
        run.prepare("assistant", true, "idle", patience);
    }
}
