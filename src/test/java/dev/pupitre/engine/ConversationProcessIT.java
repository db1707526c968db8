package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The process on the real broker, with the test in the place of the workers. */
class ConversationProcessIT {
    private static final Duration PATIENCE = TestBroker.PATIENCE;
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final Map<String, BlockingQueue<ActivatedJob>> JOBS = new ConcurrentHashMap<>();

    private static final List<String> TASKS = List.of(
            "ignore-conversation",
            "prepare-conversation",
            "send-away-message",
            "queue-conversation",
            "warn-chat-time",
            "assistant-turn",
            "close-conversation",
            "ask-survey");
    private static final String NEVER = Duration.ofDays(3650).toString();

    private final String conversation = UUID.randomUUID().toString();

    @BeforeAll
    static void takeTheJobs() {
        new Models(CLIENT).deploy();
        for (var task : TASKS) {
            CLIENT.newWorker()
                    .jobType(task)
                    .handler((_, job) -> jobsFor(String.valueOf(job.getVariable("conversationId")), task)
                            .add(job))
                    .timeout(PATIENCE)
                    .open();
        }
    }

    @Test
    void endsAConversationNobodyListensTo() {
        start("stop");

        var ignored = complete("ignore-conversation", Map.of("wroteMore", false));

        TestBroker.awaitEnd(ignored);
    }

    @Test
    void listensAgainWhenTheCustomerWroteMore() {
        start("stop");

        complete("ignore-conversation", Map.of("wroteMore", true, "heard", 2, "text", "sorry, i need help"));

        prepare();
        assertThat(complete("queue-conversation", Map.of()).getVariablesAsMap()).containsEntry("heard", 2);
    }

    @Test
    void leadsFromTheQueueToAnAgentAndToTheEnd() {
        start("where is my order");

        prepare();
        var queued = complete("queue-conversation", Map.of());
        publish("agent-assigned", Map.of("assignee", "alice"));
        publish("agent-resolved", Map.of("resolution", "r-1"));
        var closed = complete("close-conversation", Map.of("reopened", false));

        assertThat(closed.getVariablesAsMap())
                .containsEntry("resolution", "r-1")
                .containsEntry("assignee", "alice");
        assertThat(queued.getVariablesAsMap())
                .extractingByKey("listening")
                .isEqualTo(Map.of("listen", true, "campaign", "default"));
        TestBroker.awaitEnd(closed);
    }

    @Test
    void closesAConversationThatComesOutsideTheHours() {
        start("hello");
        prepare("schedule", "office", "localDate", "2026-03-01", "weekday", "Sunday");

        var away = complete("send-away-message", Map.of("after", "CLOSE"));
        var closed = complete("close-conversation", Map.of("reopened", false));

        assertThat(away.getVariablesAsMap())
                .extractingByKey("opening")
                .asString()
                .contains("from Monday to Friday");
        TestBroker.awaitEnd(closed);
    }

    @Test
    void looksAgainWhenTheDeskOpens() {
        start("hello");
        prepare("schedule", "office", "localDate", "2026-03-01", "weekday", "Sunday");

        complete("send-away-message", Map.of("after", "WAIT", "opensAt", "2020-01-01T09:00:00Z"));
        prepare("schedule", "office");

        complete("queue-conversation", Map.of());
    }

    @Test
    void isHandedOnWhileTheDeskIsClosed() {
        start("hello");
        prepare("schedule", "office", "localDate", "2026-03-01", "weekday", "Sunday");
        complete("send-away-message", Map.of("after", "WAIT", "opensAt", "2126-01-01T09:00:00Z"));

        publish("conversation-released", released("agent", "alice"));

        assertThat(complete("queue-conversation", Map.of()).getVariablesAsMap())
                .extractingByKey("routing")
                .asString()
                .contains("alice");
    }

    @Test
    void isIgnoredWhenItsCampaignDoesNotTakeIt() {
        start("hello");
        throwError("prepare-conversation", "NOT_FOR_CAMPAIGN");

        TestBroker.awaitEnd(complete("ignore-conversation", Map.of("wroteMore", false)));
    }

    @Test
    void endsWhenTheConversationWasOverBeforeItWasPrepared() {
        start("hello");

        TestBroker.awaitEnd(throwError("prepare-conversation", "CONVERSATION_GONE"));
    }

    @Test
    void closesAConversationForWhichTheQueueIsFull() {
        start("hello");
        prepare();
        complete("queue-conversation", Map.of("queued", false));

        TestBroker.awaitEnd(complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void queuesAgainWhatIsHandedOnByItsAgent() {
        startAndQueue();
        publish("agent-assigned", Map.of("assignee", "alice"));

        publish("conversation-released", released("team", "billing"));
        var again = complete("queue-conversation", Map.of());
        publish("agent-assigned", Map.of("assignee", "bruno"));
        publish("agent-resolved", Map.of("resolution", "r-1"));

        assertThat(again.getVariablesAsMap())
                .extractingByKey("routing")
                .asString()
                .contains("target=team", "team=billing");
        assertThat(complete("close-conversation", Map.of("reopened", false)).getVariablesAsMap())
                .containsEntry("assignee", "bruno");
    }

    @Test
    void queuesAgainWhatIsHandedOnWhileItWaits() {
        startAndQueue();

        publish("conversation-released", released("agent", "alice"));

        complete("queue-conversation", Map.of());
    }

    @Test
    void closesWhatNobodyWritesInAnyMore() {
        startAndQueue();
        publish("agent-assigned", Map.of("assignee", "alice"));

        publish("conversation-idle", Map.of("resolution", "idle:1"));
        var closed = complete("close-conversation", Map.of("reopened", false));

        assertThat(closed.getVariablesAsMap()).containsEntry("resolution", "idle:1");
        TestBroker.awaitEnd(closed);
    }

    @Test
    void warnsAnAgentWhoHasItForLongAndLeavesItInTheirHands() {
        start("hello");
        prepare("chatTime", "PT1S");
        complete("queue-conversation", Map.of());
        publish("agent-assigned", Map.of("assignee", "alice"));

        complete("warn-chat-time", Map.of());
        publish("agent-resolved", Map.of("resolution", "r-1"));

        TestBroker.awaitEnd(complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void asksHowItWasAndTakesTheAnswer() {
        toItsClose();
        complete("close-conversation", Map.of("reopened", false, "survey", true));

        var asked = complete("ask-survey", Map.of("asked", true));
        publish("survey-answered", Map.of("score", 5));

        TestBroker.awaitEnd(asked);
    }

    @Test
    void endsWhenTheCustomerCannotBeAsked() {
        toItsClose();
        complete("close-conversation", Map.of("reopened", false, "survey", true));

        TestBroker.awaitEnd(complete("ask-survey", Map.of("asked", false)));
    }

    @Test
    void takesTurnsWithTheAutomaticAgentUntilItHandsOff() {
        startWithAssistant(NEVER);

        complete("assistant-turn", Map.of("turn", "ANSWERED"));
        publish("customer-message", Map.of());
        complete("assistant-turn", Map.of("turn", "HAND_OFF"));

        complete("queue-conversation", Map.of());
    }

    @Test
    void closesWhatTheAutomaticAgentHasSettled() {
        startWithAssistant(NEVER);
        complete("assistant-turn", Map.of("turn", "DONE"));

        TestBroker.awaitEnd(complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void handsOnWhatTheAutomaticAgentHas() {
        startWithAssistant(NEVER);
        complete("assistant-turn", Map.of("turn", "ANSWERED"));

        publish("conversation-released", released("agent", "alice"));

        assertThat(complete("queue-conversation", Map.of()).getVariablesAsMap())
                .extractingByKey("routing")
                .asString()
                .contains("alice");
    }

    @Test
    void goesOnWithTheAutomaticAgentWhenTheCustomerWritesAtTheLastMoment() {
        startWithAssistant("PT1S");
        complete("assistant-turn", Map.of("turn", "ANSWERED"));

        complete("close-conversation", Map.of("reopened", true));
        complete("assistant-turn", Map.of("turn", "ANSWERED"));
        complete("close-conversation", Map.of("reopened", false));

        TestBroker.awaitEnd(complete("close-conversation", Map.of("reopened", false)));
    }

    private void startWithAssistant(String patience) {
        start("hello");
        prepare("assistant", true, "idle", patience);
    }

    private void toItsClose() {
        startAndQueue();
        publish("agent-assigned", Map.of("assignee", "alice"));
        publish("agent-resolved", Map.of("resolution", "r-1"));
    }

    private static Map<String, Object> released(String kind, String whom) {
        return Map.of("routing", Map.of("target", kind, kind, whom, "priority", 3));
    }

    private ActivatedJob throwError(String task, String code) {
        var job = next(task);
        CLIENT.newThrowErrorCommand(job).errorCode(code).send().join();
        return job;
    }

    @Test
    void goesBackToTheAgentWhenTheCustomerWroteAgain() {
        startAndQueue();
        publish("agent-assigned", Map.of("assignee", "alice"));
        publish("agent-resolved", Map.of("resolution", "r-1"));

        complete("close-conversation", Map.of("reopened", true));
        publish("agent-resolved", Map.of("resolution", "r-2"));
        var closed = complete("close-conversation", Map.of("reopened", false));

        assertThat(closed.getVariablesAsMap()).containsEntry("resolution", "r-2");
        TestBroker.awaitEnd(closed);
    }

    @Test
    void staysWithTheAgentWhoTookItOver() {
        start("hello");
        prepare("chatTime", "PT1S");
        complete("queue-conversation", Map.of());
        publish("agent-assigned", Map.of("assignee", "alice"));
        publish("agent-changed", Map.of("assignee", "bruno"));
        publish("agent-changed", Map.of("assignee", "sofia"));

        Object warned;
        do {
            warned = complete("warn-chat-time", Map.of()).getVariable("assignee");
        } while (!"sofia".equals(warned));
        publish("agent-resolved", Map.of("resolution", "r-1"));

        assertThat(complete("close-conversation", Map.of("reopened", false)).getVariablesAsMap())
                .containsEntry("assignee", "sofia");
    }

    @Test
    void hearsNothingOfWhoHadItBeforeItWasHandedOn() {
        startAndQueue();
        publish("conversation-released", inRound(1, released("team", "billing")));
        complete("queue-conversation", Map.of());

        publish("agent-assigned", Map.of("assignee", "alice"));
        publishTo(conversation + ":1", "agent-assigned", Map.of("assignee", "bruno"));
        publish("agent-resolved", Map.of("resolution", "r-1"));

        assertThat(complete("close-conversation", Map.of("reopened", false)).getVariablesAsMap())
                .containsEntry("assignee", "bruno")
                .containsEntry("round", 1);
    }

    @Test
    void goesByTheLimitsOfTheCampaignItIsHandedOnTo() {
        startAndQueue();
        var handedOn = inRound(1, released("members", "anyone"));
        handedOn.put("chatTime", "PT1S");
        handedOn.put("idle", "PT5M");
        publish("conversation-released", handedOn);
        complete("queue-conversation", Map.of());

        publishTo(conversation + ":1", "agent-assigned", Map.of("assignee", "alice"));

        assertThat(complete("warn-chat-time", Map.of()).getVariablesAsMap()).containsEntry("idle", "PT5M");
    }

    @Test
    void doesNotWaitForAnAgentWhoHasItAlready() {
        start("hello");
        prepare();
        complete("queue-conversation", Map.of("assignee", "alice"));

        publish("agent-resolved", Map.of("resolution", "r-1"));

        TestBroker.awaitEnd(complete("close-conversation", Map.of("reopened", false)));
    }

    private static Map<String, Object> inRound(int round, Map<String, Object> released) {
        var variables = new HashMap<>(released);
        variables.put("round", round);
        return variables;
    }

    private void publishTo(String key, String name, Map<String, Object> variables) {
        CLIENT.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(key)
                .messageId(UUID.randomUUID().toString())
                .timeToLive(PATIENCE)
                .variables(variables)
                .send()
                .join();
    }

    @Test
    void endsWhenTheConversationWasOverBeforeItWasQueued() {
        start("hello");
        prepare();

        var job = next("queue-conversation");
        CLIENT.newThrowErrorCommand(job).errorCode("CONVERSATION_GONE").send().join();

        TestBroker.awaitEnd(job);
    }

    @Test
    void comesToItsEndWhenItsConversationIsErasedWhileItWaitsForAnAgent() {
        startAndQueue();

        publish("agent-assigned", Map.of("assignee", ""));
        publish("agent-resolved", Map.of("resolution", "erased"));

        TestBroker.awaitEnd(complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void comesToItsEndWhenItsConversationIsErasedWhileAnAgentHasIt() {
        startAndQueue();
        publish("agent-assigned", Map.of("assignee", "alice"));

        publish("agent-assigned", Map.of("assignee", ""));
        publish("agent-resolved", Map.of("resolution", "erased"));

        TestBroker.awaitEnd(complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void startsOnceHoweverOftenItIsTold() {
        start("hello");
        start("hello");

        prepare();
        var job = complete("queue-conversation", Map.of());

        assertThat(jobsFor(conversation, "prepare-conversation")).isEmpty();
        assertThat(jobsFor(conversation, "queue-conversation")).isEmpty();
        assertThat(job.getVariables().length()).as("characters of variables").isLessThan(1024);
    }

    @Test
    void deploysAnUnchangedModelOnce() {
        new Models(CLIENT).deploy();

        var version = CLIENT.newCreateInstanceCommand()
                .bpmnProcessId("conversation")
                .latestVersion()
                .variables(Map.of("conversationId", conversation))
                .startBeforeElement("ignored")
                .send()
                .join()
                .getVersion();

        assertThat(version).isEqualTo(1);
    }

    private void start(String text) {
        publish(
                "conversation-started",
                conversation,
                Map.of(
                        "conversationId", conversation,
                        "page", "100",
                        "kind", "message",
                        "text", text,
                        "weekday", "Monday",
                        "localTime", "10:00:00"));
    }

    /** What the worker finds out: a Monday morning in a campaign without limits, or with these changes to it. */
    private ActivatedJob prepare(Object... changes) {
        var prepared = new HashMap<String, Object>(Map.of(
                "campaign", "default",
                "schedule", "always",
                "localDate", "2026-03-02",
                "weekday", "Monday",
                "localTime", "10:00:00",
                "assistant", false,
                "chatTime", NEVER,
                "idle", NEVER));
        for (int index = 0; index < changes.length; index += 2) {
            prepared.put(String.valueOf(changes[index]), changes[index + 1]);
        }
        return complete("prepare-conversation", prepared);
    }

    /** From the start to the queue, as most conversations go. */
    private ActivatedJob startAndQueue() {
        start("hello");
        prepare();
        return complete("queue-conversation", Map.of());
    }

    private void publish(String name, Map<String, Object> variables) {
        publish(name, UUID.randomUUID().toString(), variables);
    }

    private void publish(String name, String messageId, Map<String, Object> variables) {
        try {
            CLIENT.newPublishMessageCommand()
                    .messageName(name)
                    .correlationKey(conversation)
                    .messageId(messageId)
                    .timeToLive(PATIENCE)
                    .variables(variables)
                    .send()
                    .join();
        } catch (ClientStatusException repeated) {
            assertThat(repeated.getStatusCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
        }
    }

    private ActivatedJob complete(String task, Map<String, Object> variables) {
        var job = next(task);
        CLIENT.newCompleteCommand(job).variables(variables).send().join();
        return job;
    }

    private ActivatedJob next(String task) {
        try {
            return Objects.requireNonNull(
                    jobsFor(conversation, task).poll(PATIENCE.toSeconds(), TimeUnit.SECONDS),
                    () -> "Expected a job " + task + ", but none came");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static BlockingQueue<ActivatedJob> jobsFor(String conversation, String task) {
        return JOBS.computeIfAbsent(conversation + task, _ -> new LinkedBlockingQueue<>());
    }
}
