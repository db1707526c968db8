package dev.pupitre.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.engine.ModelCopy;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.grpc.Status;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The engine by itself: the same model and tables on the same broker, under other names so that Pupitre's workers stay
 * out of it, with workers that do nothing.
 */
final class BareEngine implements AutoCloseable {
    private static final String PREFIX = "bare-";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What Pupitre's worker finds out about a conversation, of the same names and sizes. */
    private static final Map<String, Object> PREPARED = Map.of(
            "campaign", "default",
            "schedule", "always",
            "localDate", LocalDate.EPOCH.toString(),
            "weekday", "Saturday",
            "localTime", "10:00:00",
            "assistant", false,
            "chatTime", "PT87600H",
            "idle", "PT24H");

    /** What Pupitre's worker asks for. */
    private static final List<String> HEARD = List.of(
            "conversationId",
            "heard",
            "page",
            "kind",
            "text",
            "post",
            "referralSource",
            "referralRef",
            "ad",
            "locale",
            "weekday",
            "localTime",
            "listening");

    private final CamundaClient client;
    private final int bytes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Long> instances = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch queued = new CountDownLatch(0);

    BareEngine(URI grpc) {
        client = CamundaClient.newClientBuilder()
                .grpcAddress(grpc)
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(10))
                .defaultJobWorkerMaxJobsActive(32)
                .defaultJobWorkerStreamEnabled(true)
                .defaultJobPollInterval(Duration.ofMillis(500))
                .jobHandlingExecutor(threads, false)
                .useDefaultRetryPolicy(true)
                .build();
        client.newDeployResourceCommand()
                .addResourceBytes(ModelCopy.of("conversation", PREFIX), "bare-conversation.bpmn")
                .send()
                .join();
        client.newWorker()
                .jobType(PREFIX + "prepare-conversation")
                .handler((jobs, job) ->
                        jobs.newCompleteCommand(job).variables(PREPARED).send().join())
                .fetchVariables(HEARD)
                .open();
        bytes = sizeOfOne();
        client.newWorker()
                .jobType(PREFIX + "queue-conversation")
                .handler(this::complete)
                .fetchVariables("conversationId", "campaign", "routing")
                .open();
    }

    /** Of an instance that is about to wait for an agent. */
    int variableBytes() {
        return bytes;
    }

    private int sizeOfOne() {
        publish(UUID.randomUUID().toString());
        var jobs = client.newActivateJobsCommand()
                .jobType(PREFIX + "queue-conversation")
                .maxJobsToActivate(1)
                .requestTimeout(PATIENCE)
                .send()
                .join()
                .getJobs();
        client.newCancelInstanceCommand(jobs.getFirst().getProcessInstanceKey())
                .send()
                .join();
        return jobs.getFirst().getVariables().getBytes(UTF_8).length;
    }

    private void complete(JobClient jobs, ActivatedJob job) {
        instances.add(job.getProcessInstanceKey());
        jobs.newCompleteCommand(job).send().join();
        queued.countDown();
    }

    /** Starts conversations, so many publishes at once; returns how long it took until the last one was queued. */
    Duration start(int conversations, int atOnce) {
        queued = new CountDownLatch(conversations);
        var slots = new Semaphore(atOnce);
        var begun = System.nanoTime();
        IntStream.range(0, conversations).forEach(number -> {
            slots.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    publish(UUID.randomUUID().toString());
                } finally {
                    slots.release();
                }
            });
        });
        try {
            if (!queued.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(
                        "Expected all conversations to be queued, but " + queued.getCount() + " are not");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void publish(String conversation) {
        for (var taken = false; !taken; ) {
            try {
                client.newPublishMessageCommand()
                        .messageName(PREFIX + "conversation-started")
                        .correlationKey(conversation)
                        .messageId(conversation)
                        .timeToLive(Duration.ofHours(1))
                        .variables(facts(conversation))
                        .send()
                        .join();
                taken = true;
            } catch (ClientStatusException refused) {
                if (refused.getStatusCode() != Status.Code.RESOURCE_EXHAUSTED) {
                    throw refused;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(25, 75));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The variables Pupitre gives a new conversation, of the same names and sizes. */
    private static Map<String, Object> facts(String conversation) {
        var facts = new HashMap<String, Object>(Map.of(
                "conversationId", conversation,
                "page", "100000000000001",
                "kind", "message",
                "text", "hello, where is my order 4711? i have been waiting for a week now",
                "weekday", "Saturday",
                "localTime", "10:00:00"));
        List.of("post", "referralSource", "referralRef", "ad", "locale").forEach(name -> facts.put(name, null));
        return facts;
    }

    /** Ends what was started, so that the broker keeps as little of it as of what Pupitre has closed. */
    void clear() {
        for (var instance = instances.poll(); instance != null; instance = instances.poll()) {
            client.newCancelInstanceCommand(instance).send().join();
        }
    }

    @Override
    public void close() {
        client.close();
        threads.shutdownNow();
    }
}
