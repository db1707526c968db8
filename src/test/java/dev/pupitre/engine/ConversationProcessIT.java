package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the queue to an agent, and to the end, on the real broker. */
class ConversationProcessIT {
    private final ConversationRun run = new ConversationRun();

    @BeforeAll
    static void deploy() {
        ConversationRun.deploy();
    }

    @Test
    void leadsFromTheQueueToAnAgentAndToTheEnd() {
        run.start("where is my order");

        run.prepare();
        var queued = run.complete("queue-conversation", Map.of());
        run.publish("agent-assigned", Map.of("assignee", "alice"));
        run.publish("agent-resolved", Map.of("resolution", "r-1"));
        var closed = run.complete("close-conversation", Map.of("reopened", false));

        assertThat(closed.getVariablesAsMap())
                .containsEntry("resolution", "r-1")
                .containsEntry("assignee", "alice");
        assertThat(queued.getVariablesAsMap())
                .extractingByKey("listening")
                .isEqualTo(Map.of("listen", true, "campaign", "default"));
        TestBroker.awaitEnd(closed);
    }

    @Test
    void closesAConversationForWhichTheQueueIsFull() {
        run.start("hello");
        run.prepare();
        run.complete("queue-conversation", Map.of("queued", false));

        TestBroker.awaitEnd(run.complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void endsWhenTheConversationWasOverBeforeItWasQueued() {
        run.start("hello");
        run.prepare();

        TestBroker.awaitEnd(run.throwError("queue-conversation", "CONVERSATION_GONE"));
    }

    @Test
    void doesNotWaitForAnAgentWhoHasItAlready() {
        run.start("hello");
        run.prepare();
        run.complete("queue-conversation", Map.of("assignee", "alice"));

        run.publish("agent-resolved", Map.of("resolution", "r-1"));

        TestBroker.awaitEnd(run.complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void staysWithTheAgentWhoTookItOver() {
        run.start("hello");
        run.prepare("chatTime", "PT1S");
        run.complete("queue-conversation", Map.of());
        run.publish("agent-assigned", Map.of("assignee", "alice"));
        run.publish("agent-changed", Map.of("assignee", "bruno"));
        run.publish("agent-changed", Map.of("assignee", "sofia"));

        Object warned;
        do {
            warned = run.complete("warn-chat-time", Map.of()).getVariable("assignee");
        } while (!"sofia".equals(warned));
        run.publish("agent-resolved", Map.of("resolution", "r-1"));

        assertThat(run.complete("close-conversation", Map.of("reopened", false)).getVariablesAsMap())
                .containsEntry("assignee", "sofia");
    }

    @Test
    void warnsAnAgentWhoHasItForLongAndLeavesItInTheirHands() {
        run.start("hello");
        run.prepare("chatTime", "PT1S");
        run.complete("queue-conversation", Map.of());
        run.publish("agent-assigned", Map.of("assignee", "alice"));

        run.complete("warn-chat-time", Map.of());
        run.publish("agent-resolved", Map.of("resolution", "r-1"));

        TestBroker.awaitEnd(run.complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void goesBackToTheAgentWhenTheCustomerWroteAgain() {
        run.startAndQueue();
        run.publish("agent-assigned", Map.of("assignee", "alice"));
        run.publish("agent-resolved", Map.of("resolution", "r-1"));

        run.complete("close-conversation", Map.of("reopened", true));
        run.publish("agent-resolved", Map.of("resolution", "r-2"));
        var closed = run.complete("close-conversation", Map.of("reopened", false));

        assertThat(closed.getVariablesAsMap()).containsEntry("resolution", "r-2");
        TestBroker.awaitEnd(closed);
    }

    @Test
    void closesWhatNobodyWritesInAnyMore() {
        run.startAndQueue();
        run.publish("agent-assigned", Map.of("assignee", "alice"));

        run.publish("conversation-idle", Map.of("resolution", "idle:1"));
        var closed = run.complete("close-conversation", Map.of("reopened", false));

        assertThat(closed.getVariablesAsMap()).containsEntry("resolution", "idle:1");
        TestBroker.awaitEnd(closed);
    }

    @Test
    void closesWhatItsAgentCompletesInTasklist() {
        run.start("hello");
        run.prepare("chatTime", "PT1S");
        run.complete("queue-conversation", Map.of("assignee", "alice"));
        var warned = run.complete("warn-chat-time", Map.of());

        assertThat(TestBroker.completeUserTaskBefore(warned.getKey(), Map.of())).isTrue();

        var closed = run.complete("close-conversation", Map.of("reopened", false));
        assertThat(closed.getVariablesAsMap()).containsEntry("assignee", "alice");
        assertThat(closed.getVariablesAsMap().get("resolution")).isNull();
        TestBroker.awaitEnd(closed);
    }

    @Test
    void comesToItsEndWhenItsConversationIsErasedWhileItWaitsForAnAgent() {
        run.startAndQueue();

        run.publish("agent-assigned", Map.of("assignee", ""));
        run.publish("agent-resolved", Map.of("resolution", "erased"));

        TestBroker.awaitEnd(run.complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void comesToItsEndWhenItsConversationIsErasedWhileAnAgentHasIt() {
        run.startAndQueue();
        run.publish("agent-assigned", Map.of("assignee", "alice"));

        run.publish("agent-assigned", Map.of("assignee", ""));
        run.publish("agent-resolved", Map.of("resolution", "erased"));

        TestBroker.awaitEnd(run.complete("close-conversation", Map.of("reopened", false)));
    }
}
