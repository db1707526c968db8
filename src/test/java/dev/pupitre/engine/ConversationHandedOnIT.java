package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a process whose conversation is handed on to others. */
class ConversationHandedOnIT {
    private final ConversationRun run = new ConversationRun();

    @BeforeAll
    static void deploy() {
        ConversationRun.deploy();
    }

    @Test
    void queuesAgainWhatIsHandedOnByItsAgent() {
        run.startAndQueue();
        run.publish("agent-assigned", Map.of("assignee", "alice"));

        run.publish("conversation-released", ConversationRun.released("team", "billing"));
        var again = run.complete("queue-conversation", Map.of());
        run.publish("agent-assigned", Map.of("assignee", "bruno"));
        run.publish("agent-resolved", Map.of("resolution", "r-1"));

        assertThat(again.getVariablesAsMap())
                .extractingByKey("routing")
                .asString()
                .contains("target=team", "team=billing");
        assertThat(run.complete("close-conversation", Map.of("reopened", false)).getVariablesAsMap())
                .containsEntry("assignee", "bruno");
    }

    @Test
    void queuesAgainWhatIsHandedOnWhileItWaits() {
        run.startAndQueue();

        run.publish("conversation-released", ConversationRun.released("agent", "alice"));

        run.complete("queue-conversation", Map.of());
    }

    @Test
    void hearsNothingOfWhoHadItBeforeItWasHandedOn() {
        run.startAndQueue();
        run.publish("conversation-released", inRound(1, ConversationRun.released("team", "billing")));
        run.complete("queue-conversation", Map.of());

        run.publish("agent-assigned", Map.of("assignee", "alice"));
        run.publishTo(run.conversation + ":1", "agent-assigned", Map.of("assignee", "bruno"));
        run.publish("agent-resolved", Map.of("resolution", "r-1"));

        assertThat(run.complete("close-conversation", Map.of("reopened", false)).getVariablesAsMap())
                .containsEntry("assignee", "bruno")
                .containsEntry("round", 1);
    }

    @Test
    void goesByTheLimitsOfTheCampaignItIsHandedOnTo() {
        run.startAndQueue();
        var handedOn = inRound(1, ConversationRun.released("members", "anyone"));
        handedOn.put("chatTime", "PT1S");
        handedOn.put("idle", "PT5M");
        run.publish("conversation-released", handedOn);
        run.complete("queue-conversation", Map.of());

        run.publishTo(run.conversation + ":1", "agent-assigned", Map.of("assignee", "alice"));

        assertThat(run.complete("warn-chat-time", Map.of()).getVariablesAsMap()).containsEntry("idle", "PT5M");
    }

    private static Map<String, Object> inRound(int round, Map<String, Object> released) {
        var variables = new HashMap<>(released);
        variables.put("round", round);
        return variables;
    }
}
