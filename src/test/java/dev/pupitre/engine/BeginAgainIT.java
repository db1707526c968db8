package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The process that is ended and begun again, on the real broker, with the test in the place of the workers. */
class BeginAgainIT {
    private static final String PREFIX = "again-";

    private final ConversationRun run = new ConversationRun(PREFIX);

    @BeforeAll
    static void deployUnderOtherNames() {
        ConversationRun.deploy();
        ConversationRun.deploy(ModelCopy.of("conversation", PREFIX), "again-conversation.bpmn");
    }

    @Test
    void endsAnInstanceThatIsHeldByAnIncidentAndBeginsAnother() {
        run.start("hello");
        var failed = run.giveUp("prepare-conversation");

        beginAgain();
        run.startAgain("hello");

        var prepared = run.next("prepare-conversation");
        assertThat(prepared.getProcessInstanceKey()).isNotEqualTo(failed.getProcessInstanceKey());
        TestBroker.awaitEnd(failed);
    }

    @Test
    void goesOnWithTheAgentWhoHasTheConversation() {
        run.start("hello");
        var before = run.next("prepare-conversation");

        beginAgain();
        takeUp();
        var takenUp = run.complete("take-up-conversation", whereabouts("AGENT", "alice"));
        run.publish("agent-resolved", Map.of("resolution", "r-1"));
        var closed = run.complete("close-conversation", Map.of("reopened", false));

        TestBroker.awaitEnd(before);
        assertThat(closed.getProcessInstanceKey()).isEqualTo(takenUp.getProcessInstanceKey());
        assertThat(closed.getVariablesAsMap())
                .containsEntry("assignee", "alice")
                .containsEntry("resolution", "r-1");
        assertThat(closed.getVariables().length()).as("characters of variables").isLessThan(1024);
        TestBroker.awaitEnd(closed);
    }

    @Test
    void waitsForAnAgentAgain() {
        takeUp();
        run.complete("take-up-conversation", whereabouts("AGENT", null));
        run.publish("agent-assigned", Map.of("assignee", "bruno"));
        run.publish("agent-resolved", Map.of("resolution", "r-1"));

        assertThat(run.next("close-conversation").getVariablesAsMap()).containsEntry("assignee", "bruno");
    }

    @Test
    void findsWhoAnswersWhereNobodyDoes() {
        takeUp();
        run.complete("take-up-conversation", whereabouts("NOBODY", null));

        assertThat(run.next("queue-conversation").getVariablesAsMap())
                .extractingByKey("routing")
                .asString()
                .contains("target=team", "team=returns");
    }

    @Test
    void endsWhereTheConversationIsOver() {
        takeUp();

        TestBroker.awaitEnd(run.complete("take-up-conversation", whereabouts("OVER", null)));
    }

    @Test
    void hasOneInstanceWhenTwoNodesPushAtOnce() {
        run.start("hello");
        var before = run.next("prepare-conversation");

        beginAgain();
        beginAgain();
        takeUp();
        takeUp();
        run.complete("take-up-conversation", whereabouts("AGENT", "alice"));
        run.publish("agent-resolved", Map.of("resolution", "r-1"));
        var closed = run.next("close-conversation");

        assertThat(run.jobs("take-up-conversation")).isEmpty();
        run.complete(closed, Map.of("reopened", false));
        TestBroker.awaitEnd(run.complete("take-up-conversation", whereabouts("OVER", null)));
        TestBroker.awaitEnd(before);
    }

    private void takeUp() {
        run.publish("conversation-taken-up", Map.of("conversationId", run.conversation));
    }

    private void beginAgain() {
        run.publishNow("conversation-begin-again");
    }

    private static Map<String, Object> whereabouts(String whereabouts, @Nullable String assignee) {
        var variables = new HashMap<String, Object>(Map.of(
                "whereabouts",
                whereabouts,
                "campaign",
                "default",
                "routing",
                Map.of("target", "team", "team", "returns", "priority", 0),
                "assistant",
                true,
                "chatTime",
                ConversationRun.NEVER,
                "idle",
                ConversationRun.NEVER));
        variables.put("assignee", assignee);
        return variables;
    }
}
