package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a process begins: who is listened to, and what is done outside the hours. */
class ConversationStartIT {
    private final ConversationRun run = new ConversationRun();

    @BeforeAll
    static void deploy() {
        ConversationRun.deploy();
    }

    @Test
    void endsAConversationNobodyListensTo() {
        run.start("stop");

        var ignored = run.complete("ignore-conversation", Map.of("wroteMore", false));

        TestBroker.awaitEnd(ignored);
    }

    @Test
    void listensAgainWhenTheCustomerWroteMore() {
        run.start("stop");

        run.complete("ignore-conversation", Map.of("wroteMore", true, "heard", 2, "text", "sorry, i need help"));

        run.prepare();
        assertThat(run.complete("queue-conversation", Map.of()).getVariablesAsMap())
                .containsEntry("heard", 2);
    }

    @Test
    void isIgnoredWhenItsCampaignDoesNotTakeIt() {
        run.start("hello");
        run.throwError("prepare-conversation", "NOT_FOR_CAMPAIGN");

        TestBroker.awaitEnd(run.complete("ignore-conversation", Map.of("wroteMore", false)));
    }

    @Test
    void endsWhenTheConversationWasOverBeforeItWasPrepared() {
        run.start("hello");

        TestBroker.awaitEnd(run.throwError("prepare-conversation", "CONVERSATION_GONE"));
    }

    @Test
    void closesAConversationThatComesOutsideTheHours() {
        run.start("hello");
        run.prepare("schedule", "office", "localDate", "2026-03-01", "weekday", "Sunday");

        var away = run.complete("send-away-message", Map.of("after", "CLOSE"));
        var closed = run.complete("close-conversation", Map.of("reopened", false));

        assertThat(away.getVariablesAsMap())
                .extractingByKey("opening")
                .asString()
                .isEqualTo("{open=false, message=null}");
        TestBroker.awaitEnd(closed);
    }

    @Test
    void looksAgainWhenTheDeskOpens() {
        run.start("hello");
        run.prepare("schedule", "office", "localDate", "2026-03-01", "weekday", "Sunday");

        run.complete("send-away-message", Map.of("after", "WAIT", "opensAt", "2020-01-01T09:00:00Z"));
        run.prepare("schedule", "office");

        run.complete("queue-conversation", Map.of());
    }

    @Test
    void isHandedOnWhileTheDeskIsClosed() {
        run.start("hello");
        run.prepare("schedule", "office", "localDate", "2026-03-01", "weekday", "Sunday");
        run.complete("send-away-message", Map.of("after", "WAIT", "opensAt", "2126-01-01T09:00:00Z"));

        run.publish("conversation-released", ConversationRun.released("agent", "alice"));

        assertThat(run.complete("queue-conversation", Map.of()).getVariablesAsMap())
                .extractingByKey("routing")
                .asString()
                .contains("alice");
    }

    @Test
    void startsOnceHoweverOftenItIsTold() {
        run.start("hello");
        run.start("hello");

        run.prepare();
        var job = run.complete("queue-conversation", Map.of());

        assertThat(run.jobs("prepare-conversation")).isEmpty();
        assertThat(run.jobs("queue-conversation")).isEmpty();
        assertThat(job.getVariables().length()).as("characters of variables").isLessThan(1024);
    }

    @Test
    void deploysAnUnchangedModelOnce() {
        ConversationRun.deploy();

        var version = TestBroker.client()
                .newCreateInstanceCommand()
                .bpmnProcessId("conversation")
                .latestVersion()
                .variables(Map.of("conversationId", run.conversation))
                .startBeforeElement("ignored")
                .send()
                .join()
                .getVersion();

        assertThat(version).isEqualTo(1);
    }
}
