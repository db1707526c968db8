package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The process that is ended and begun again, on the real broker, with the test in the place of the workers. */
class BeginAgainIT {
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final Map<String, BlockingQueue<ActivatedJob>> JOBS = new ConcurrentHashMap<>();
    private static final String NEVER = Duration.ofDays(3650).toString();

    private final String conversation = UUID.randomUUID().toString();

    @BeforeAll
    static void deployUnderAnotherName() throws IOException {
        var model = new ClassPathResource("bpmn/conversation.bpmn")
                .getContentAsString(UTF_8)
                .replace("<bpmn:process id=\"conversation\"", "<bpmn:process id=\"again-conversation\"")
                .replace("bpmnElement=\"conversation\"", "bpmnElement=\"again-conversation\"")
                .replace("name=\"conversation-started\"", "name=\"again-conversation-started\"")
                .replace("name=\"conversation-taken-up\"", "name=\"again-conversation-taken-up\"")
                .replace("taskDefinition type=\"", "taskDefinition type=\"again-");
        new Models(CLIENT).deploy();
        CLIENT.newDeployResourceCommand()
                .addResourceBytes(model.getBytes(UTF_8), "again-conversation.bpmn")
                .send()
                .join();
        for (var task :
                List.of("prepare-conversation", "take-up-conversation", "queue-conversation", "close-conversation")) {
            CLIENT.newWorker()
                    .jobType("again-" + task)
                    .handler((_, job) -> jobs(String.valueOf(job.getVariable("conversationId")), task)
                            .add(job))
                    .timeout(TestBroker.PATIENCE)
                    .open();
        }
    }

    @Test
    void endsAnInstanceThatIsHeldByAnIncidentAndBeginsAnother() {
        start();
        var failed = next("prepare-conversation");
        CLIENT.newFailCommand(failed)
                .retries(0)
                .errorMessage("Expected better")
                .send()
                .join();

        beginAgain();
        start();

        var prepared = next("prepare-conversation");
        assertThat(prepared.getProcessInstanceKey()).isNotEqualTo(failed.getProcessInstanceKey());
        TestBroker.awaitEnd(failed);
    }

    @Test
    void goesOnWithTheAgentWhoHasTheConversation() {
        start();
        var before = next("prepare-conversation");

        beginAgain();
        takeUp();
        var takenUp = complete("take-up-conversation", whereabouts("AGENT", "alice"));
        publish("agent-resolved", Duration.ofMinutes(1), Map.of("resolution", "r-1"));
        var closed = complete("close-conversation", Map.of("reopened", false));

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
        complete("take-up-conversation", whereabouts("AGENT", null));
        publish("agent-assigned", Duration.ofMinutes(1), Map.of("assignee", "bruno"));
        publish("agent-resolved", Duration.ofMinutes(1), Map.of("resolution", "r-1"));

        assertThat(next("close-conversation").getVariablesAsMap()).containsEntry("assignee", "bruno");
    }

    @Test
    void findsWhoAnswersWhereNobodyDoes() {
        takeUp();
        complete("take-up-conversation", whereabouts("NOBODY", null));

        assertThat(next("queue-conversation").getVariablesAsMap())
                .extractingByKey("routing")
                .asString()
                .contains("target=team", "team=returns");
    }

    @Test
    void endsWhereTheConversationIsOver() {
        takeUp();

        TestBroker.awaitEnd(complete("take-up-conversation", whereabouts("OVER", null)));
    }

    @Test
    void hasOneInstanceWhenTwoNodesPushAtOnce() {
        start();
        var before = next("prepare-conversation");

        beginAgain();
        beginAgain();
        takeUp();
        takeUp();
        complete("take-up-conversation", whereabouts("AGENT", "alice"));
        publish("agent-resolved", Duration.ofMinutes(1), Map.of("resolution", "r-1"));
        var closed = next("close-conversation");

        assertThat(jobs(conversation, "take-up-conversation")).isEmpty();
        CLIENT.newCompleteCommand(closed)
                .variables(Map.of("reopened", false))
                .send()
                .join();
        TestBroker.awaitEnd(complete("take-up-conversation", whereabouts("OVER", null)));
        TestBroker.awaitEnd(before);
    }

    private void start() {
        publish(
                "again-conversation-started",
                Duration.ofMinutes(2),
                Map.of(
                        "conversationId", conversation,
                        "page", "100",
                        "kind", "message",
                        "text", "hello",
                        "weekday", "Monday",
                        "localTime", "10:00:00"));
    }

    private void takeUp() {
        publish("again-conversation-taken-up", Duration.ofMinutes(2), Map.of("conversationId", conversation));
    }

    private void beginAgain() {
        publish("conversation-begin-again", Duration.ZERO, Map.of());
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
                NEVER,
                "idle",
                NEVER));
        variables.put("assignee", assignee);
        return variables;
    }

    private void publish(String name, Duration timeToLive, Map<String, Object> variables) {
        CLIENT.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(conversation)
                .messageId(UUID.randomUUID().toString())
                .timeToLive(timeToLive)
                .variables(variables)
                .send()
                .join();
    }

    private ActivatedJob complete(String task, Map<String, Object> variables) {
        var job = next(task);
        CLIENT.newCompleteCommand(job).variables(variables).send().join();
        return job;
    }

    private ActivatedJob next(String task) {
        try {
            return Objects.requireNonNull(
                    jobs(conversation, task).poll(TestBroker.PATIENCE.toSeconds(), TimeUnit.SECONDS),
                    () -> "Expected a job " + task + ", but none came");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static BlockingQueue<ActivatedJob> jobs(String conversation, String task) {
        return JOBS.computeIfAbsent(conversation + task, _ -> new LinkedBlockingQueue<>());
    }
}
