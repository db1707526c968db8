package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Duration;
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

    private final String conversation = UUID.randomUUID().toString();

    @BeforeAll
    static void takeTheJobs() {
        new Models(CLIENT).deploy();
        for (var task :
                List.of("ignore-conversation", "send-away-message", "queue-conversation", "close-conversation")) {
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
        start("stop", "always");

        var ignored = complete("ignore-conversation", Map.of("wroteMore", false));

        TestBroker.awaitEnd(ignored);
    }

    @Test
    void listensAgainWhenTheCustomerWroteMore() {
        start("stop", "always");

        complete("ignore-conversation", Map.of("wroteMore", true, "heard", 2, "text", "sorry, i need help"));

        assertThat(complete("queue-conversation", Map.of()).getVariablesAsMap()).containsEntry("heard", 2);
    }

    @Test
    void leadsFromTheQueueToAnAgentAndToTheEnd() {
        start("where is my order", "always");

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
    void tellsTheCustomerThatTheDeskIsClosedAndQueuesAllTheSame() {
        start("hello", "office", "2026-03-01", "Sunday", "10:00:00");

        var away = complete("send-away-message", Map.of());
        var queued = complete("queue-conversation", Map.of());

        assertThat(away.getVariablesAsMap())
                .extractingByKey("opening")
                .asString()
                .contains("open from Monday to Friday");
        assertThat(queued.getProcessInstanceKey()).isEqualTo(away.getProcessInstanceKey());
    }

    @Test
    void goesBackToTheAgentWhenTheCustomerWroteAgain() {
        start("hello", "always");
        complete("queue-conversation", Map.of());
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
        start("hello", "always");
        complete("queue-conversation", Map.of());
        publish("agent-assigned", Map.of("assignee", "alice"));
        publish("agent-changed", Map.of("assignee", "bruno"));
        publish("agent-changed", Map.of("assignee", "sofia"));

        publish("agent-resolved", Map.of("resolution", "r-1"));

        assertThat(complete("close-conversation", Map.of("reopened", false)).getVariablesAsMap())
                .containsKey("assignee");
    }

    @Test
    void endsWhenTheConversationWasOverBeforeItWasQueued() {
        start("hello", "always");

        var job = next("queue-conversation");
        CLIENT.newThrowErrorCommand(job).errorCode("CONVERSATION_GONE").send().join();

        TestBroker.awaitEnd(job);
    }

    @Test
    void comesToItsEndWhenItsConversationIsErasedWhileItWaitsForAnAgent() {
        start("hello", "always");
        complete("queue-conversation", Map.of());

        publish("agent-assigned", Map.of("assignee", ""));
        publish("agent-resolved", Map.of("resolution", "erased"));

        TestBroker.awaitEnd(complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void comesToItsEndWhenItsConversationIsErasedWhileAnAgentHasIt() {
        start("hello", "always");
        complete("queue-conversation", Map.of());
        publish("agent-assigned", Map.of("assignee", "alice"));

        publish("agent-assigned", Map.of("assignee", ""));
        publish("agent-resolved", Map.of("resolution", "erased"));

        TestBroker.awaitEnd(complete("close-conversation", Map.of("reopened", false)));
    }

    @Test
    void startsOnceHoweverOftenItIsTold() {
        start("hello", "always");
        start("hello", "always");

        var job = complete("queue-conversation", Map.of());

        assertThat(jobsFor(conversation, "queue-conversation")).isEmpty();
        assertThat(job.getVariables().length()).as("characters of variables").isLessThan(1024);
    }

    @Test
    void deploysAnUnchangedModelOnce() {
        new Models(CLIENT).deploy();

        var version = CLIENT.newCreateInstanceCommand()
                .bpmnProcessId("conversation")
                .latestVersion()
                .startBeforeElement("ignored")
                .send()
                .join()
                .getVersion();

        assertThat(version).isEqualTo(1);
    }

    private void start(String text, String schedule) {
        start(text, schedule, "2026-03-02", "Monday", "10:00:00");
    }

    private void start(String text, String schedule, String localDate, String weekday, String localTime) {
        var clock = Map.of("schedule", schedule, "localDate", localDate, "weekday", weekday, "localTime", localTime);
        publish(
                "conversation-started",
                conversation,
                Map.of(
                        "conversationId", conversation,
                        "page", "100",
                        "kind", "message",
                        "text", text,
                        "weekday", weekday,
                        "localTime", localTime,
                        "clocks", Map.of("default", clock)));
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
