package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The waits of the process, on a real broker whose clock the test puts forward. */
class ConversationTimersIT {
    private static final String NEVER = Duration.ofDays(3650).toString();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static int monitoring;
    private static LocalBroker broker;
    private static CamundaClient client;
    private static Duration ahead = Duration.ZERO;

    private final String conversation = UUID.randomUUID().toString();

    @BeforeAll
    static void startABrokerWithAClockOfOurs() throws IOException {
        var directory = Path.of("target", "stories", "engine-" + UUID.randomUUID());
        var settings = directory.resolve("broker").resolve("application.properties");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "zeebe.clock.controlled=true\n", UTF_8);
        try (var free = new ServerSocket(0)) {
            monitoring = free.getLocalPort();
        }
        broker = new LocalBroker(new LocalProperties(
                directory, BrokerRun.ENGINE, DataSize.ofMegabytes(512), new BrokerPorts(0, 0, 0, 0, monitoring)));
        broker.start();
        client = CamundaClient.newClientBuilder()
                .grpcAddress(broker.grpc())
                .restAddress(broker.rest())
                .preferRestOverGrpc(false)
                .build();
        await().atMost(TestBroker.PATIENCE)
                .ignoreExceptions()
                .until(() -> client.newTopologyRequest().send().join().getBrokers().stream()
                        .anyMatch(found -> !found.getPartitions().isEmpty()));
        PackagedModels.deploy(client);
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        broker.close();
    }

    @Test
    void waitsForTheNextDaysOpening() throws Exception {
        start(Map.of("schedule", "office", "localDate", "2026-03-01", "weekday", "Sunday"));
        var tomorrow = Instant.now().plus(ahead).plus(Duration.ofDays(1)).toString();
        complete("send-away-message", Map.of("after", "WAIT", "opensAt", tomorrow));

        putForward(Duration.ofHours(23));
        assertThat(activate("prepare-conversation")).isNull();
        putForward(Duration.ofHours(2));

        assertThat(next("prepare-conversation").getVariablesAsMap()).containsEntry("conversationId", conversation);
    }

    @Test
    void warnsOfALongConversationAfterTheCampaignsChatTime() throws Exception {
        start(Map.of("chatTime", "PT30M"));
        complete("queue-conversation", Map.of());
        publish("agent-assigned", Map.of("assignee", "alice"));

        putForwardUntil("warn-chat-time", Duration.ofMinutes(31));

        publish("agent-resolved", Map.of("resolution", "r-1"));
        complete("close-conversation", Map.of("reopened", false, "survey", false));
    }

    @Test
    void waitsADayForTheAnswerToTheSurvey() throws Exception {
        start(Map.of());
        complete("queue-conversation", Map.of());
        publish("agent-assigned", Map.of("assignee", "alice"));
        publish("agent-resolved", Map.of("resolution", "r-1"));
        complete("close-conversation", Map.of("reopened", false, "survey", true));
        var asked = complete("ask-survey", Map.of("asked", true));

        await().atMost(TestBroker.PATIENCE).until(() -> {
            putForward(Duration.ofHours(13));
            return isOver(asked);
        });
    }

    @Test
    void waitsForTheCustomerOfAnAiAgentAsLongAsTheCampaignSays() throws Exception {
        start(Map.of("assistant", true, "idle", "PT2H"));
        complete("assistant-turn", Map.of("turn", "ANSWERED"));

        putForwardUntil("close-conversation", Duration.ofHours(3));
    }

    private void start(Map<String, Object> changes) throws Exception {
        publish(
                "conversation-started",
                Map.of(
                        "conversationId", conversation,
                        "page", "100",
                        "kind", "message",
                        "text", "hello",
                        "weekday", "Monday",
                        "localTime", "10:00:00"));
        var prepared = new HashMap<String, Object>(Map.of(
                "campaign",
                "default",
                "schedule",
                "always",
                "localDate",
                "2026-03-02",
                "assistant",
                false,
                "chatTime",
                NEVER,
                "idle",
                NEVER));
        prepared.putAll(changes);
        complete("prepare-conversation", prepared);
    }

    private void publish(String name, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(conversation)
                .timeToLive(Duration.ofDays(30))
                .variables(variables)
                .send()
                .join();
    }

    private ActivatedJob complete(String task, Map<String, Object> variables) throws InterruptedException {
        var job = next(task);
        client.newCompleteCommand(job).variables(variables).send().join();
        return job;
    }

    /** The timer may be set only after the clock was put forward: then it needs another step. */
    private void putForwardUntil(String task, Duration step) {
        await().atMost(TestBroker.PATIENCE).until(() -> {
            putForward(step);
            return activate(task) != null;
        });
    }

    private ActivatedJob next(String task) {
        return await().atMost(TestBroker.PATIENCE)
                .until(() -> Optional.ofNullable(activate(task)), Optional::isPresent)
                .orElseThrow();
    }

    /** The tests take turns, so what is there is of the conversation of this one. */
    private @Nullable ActivatedJob activate(String task) {
        return client
                .newActivateJobsCommand()
                .jobType(task)
                .maxJobsToActivate(1)
                .timeout(Duration.ofDays(300))
                .requestTimeout(Duration.ofSeconds(5))
                .send()
                .join()
                .getJobs()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static boolean isOver(ActivatedJob job) {
        try {
            client.newSetVariablesCommand(job.getProcessInstanceKey())
                    .variables(Map.of())
                    .send()
                    .join();
            return false;
        } catch (ClientStatusException refused) {
            return refused.getStatusCode() == Status.Code.NOT_FOUND;
        }
    }

    private static void putForward(Duration by) throws IOException, InterruptedException {
        ahead = ahead.plus(by);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + monitoring + "/actuator/clock/add"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\": " + by.toMillis() + "}"))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
