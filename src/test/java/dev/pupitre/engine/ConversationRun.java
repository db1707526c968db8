package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The process of one conversation on the real broker, with the test in the place of the workers. */
final class ConversationRun {
    static final String NEVER = Duration.ofDays(3650).toString();
    private static final Duration PATIENCE = TestBroker.PATIENCE;
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final Map<String, BlockingQueue<ActivatedJob>> JOBS = new ConcurrentHashMap<>();
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    final String conversation = UUID.randomUUID().toString();
    private final String prefix;

    /** Of the model itself. */
    ConversationRun() {
        this("");
    }

    /** Of a copy of the model that has been deployed under these names. */
    ConversationRun(String prefix) {
        this.prefix = prefix;
        takeJobs(prefix);
    }

    static void deploy() {
        PackagedModels.deploy(CLIENT);
    }

    static void deploy(byte[] copy, String name) {
        CLIENT.newDeployResourceCommand().addResourceBytes(copy, name).send().join();
    }

    private static void takeJobs(String prefix) {
        if (TAKEN.add(prefix)) {
            for (var task : ModelCopy.tasks("conversation")) {
                CLIENT.newWorker()
                        .jobType(prefix + task)
                        .handler((_, job) -> jobs(String.valueOf(job.getVariable("conversationId")), task)
                                .add(job))
                        .timeout(PATIENCE)
                        .open();
            }
        }
    }

    /** However often it is told. */
    void start(String text) {
        start(text, conversation);
    }

    /** Told anew, by another message. */
    void startAgain(String text) {
        start(text, UUID.randomUUID().toString());
    }

    private void start(String text, String messageId) {
        publish(
                conversation,
                "conversation-started",
                messageId,
                PATIENCE,
                Map.of(
                        "conversationId", conversation,
                        "page", "100",
                        "kind", "message",
                        "text", text,
                        "weekday", "Monday",
                        "localTime", "10:00:00"));
    }

    /** What the worker finds out: a Monday morning in a campaign without limits, or with these changes to it. */
    ActivatedJob prepare(Object... changes) {
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
    void startAndQueue() {
        start("hello");
        prepare();
        complete("queue-conversation", Map.of());
    }

    /** The variables of {@code conversation-released}. */
    static Map<String, Object> released(String kind, String whom) {
        return Map.of("routing", Map.of("target", kind, kind, whom, "priority", 3));
    }

    void publish(String name, Map<String, Object> variables) {
        publishTo(conversation, name, variables);
    }

    void publishTo(String key, String name, Map<String, Object> variables) {
        publish(key, name, UUID.randomUUID().toString(), PATIENCE, variables);
    }

    /** Heard by who listens now, or by nobody. */
    void publishNow(String name) {
        publish(conversation, name, UUID.randomUUID().toString(), Duration.ZERO, Map.of());
    }

    private void publish(
            String key, String name, String messageId, Duration timeToLive, Map<String, Object> variables) {
        try {
            CLIENT.newPublishMessageCommand()
                    .messageName(prefix + name)
                    .correlationKey(key)
                    .messageId(messageId)
                    .timeToLive(timeToLive)
                    .variables(variables)
                    .send()
                    .join();
        } catch (ClientStatusException repeated) {
            assertThat(repeated.getStatusCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
        }
    }

    ActivatedJob complete(String task, Map<String, Object> variables) {
        return complete(next(task), variables);
    }

    ActivatedJob complete(ActivatedJob job, Map<String, Object> variables) {
        CLIENT.newCompleteCommand(job).variables(variables).send().join();
        return job;
    }

    ActivatedJob throwError(String task, String code) {
        var job = next(task);
        CLIENT.newThrowErrorCommand(job).errorCode(code).send().join();
        return job;
    }

    /** The engine gives the job up, with an incident. */
    ActivatedJob giveUp(String task) {
        var job = next(task);
        CLIENT.newFailCommand(job)
                .retries(0)
                .errorMessage("Expected better")
                .send()
                .join();
        return job;
    }

    ActivatedJob next(String task) {
        try {
            return Objects.requireNonNull(
                    jobs(task).poll(PATIENCE.toSeconds(), TimeUnit.SECONDS),
                    () -> "Expected a job " + task + ", but none came");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Those that have come and were not taken. */
    BlockingQueue<ActivatedJob> jobs(String task) {
        return jobs(conversation, task);
    }

    private static BlockingQueue<ActivatedJob> jobs(String conversation, String task) {
        return JOBS.computeIfAbsent(conversation + task, _ -> new LinkedBlockingQueue<>());
    }
}
