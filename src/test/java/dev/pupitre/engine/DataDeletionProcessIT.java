package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The deletion of a person's data on the real broker, with the test in the place of the workers. */
class DataDeletionProcessIT {
    private static final Duration PATIENCE = TestBroker.PATIENCE;
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final Map<String, BlockingQueue<ActivatedJob>> JOBS = new ConcurrentHashMap<>();
    private static final int NOT_FOUND = 404;

    private final String code = UUID.randomUUID().toString();

    @BeforeAll
    static void takeTheJobs() {
        PackagedModels.deploy(CLIENT);
        Stream.of("find-person-data", "match-person", "erase-person-data", "confirm-deletion")
                .forEach(task -> CLIENT.newWorker()
                        .jobType(task)
                        .handler((_, job) -> jobs(String.valueOf(job.getVariable("code")), task)
                                .add(job))
                        .timeout(PATIENCE)
                        .open());
    }

    @Test
    void erasesWhatIsFoundAndConfirmsItAfterAWhile() {
        publish("data-deletion-requested");

        complete("find-person-data", Map.of("found", true));
        complete("erase-person-data", Map.of("settle", "PT1S"));
        var confirmed = complete("confirm-deletion", Map.of("confirmed", true));

        assertThat(confirmed.getVariablesAsMap()).containsEntry("code", code);
        TestBroker.awaitEnd(confirmed);
    }

    @Test
    void erasesAgainWhatArrivedMeanwhile() {
        publish("data-deletion-requested");
        complete("find-person-data", Map.of("found", true));
        complete("erase-person-data", Map.of("settle", "PT0S"));

        complete("confirm-deletion", Map.of("confirmed", false));
        complete("erase-person-data", Map.of("settle", "PT0S"));

        TestBroker.awaitEnd(complete("confirm-deletion", Map.of("confirmed", true)));
    }

    @Test
    void waitsForPeopleWhereNothingIsFound() {
        publish("data-deletion-requested");
        complete("find-person-data", Map.of("found", false));

        publish("person-matched");
        complete("erase-person-data", Map.of("settle", "PT0S"));

        TestBroker.awaitEnd(complete("confirm-deletion", Map.of("confirmed", true)));
    }

    @Test
    void takesWhatPeopleEnterInTasklistAndForgetsIt() {
        publish("data-deletion-requested");
        var found = complete("find-person-data", Map.of("found", false));

        completeTheUserTaskAfter(found, Map.of("decision", "found", "customers", "4242424242424242, 43"));
        var match = complete("match-person", taken());
        var erased = complete("erase-person-data", Map.of("settle", "PT0S"));
        var confirmed = complete("confirm-deletion", Map.of("confirmed", true));

        assertThat(match.getVariablesAsMap())
                .containsEntry("decision", "found")
                .containsEntry("customers", "4242424242424242, 43");
        assertThat(erased.getVariables()).doesNotContain("4242424242424242");
        assertThat(confirmed.getVariables()).doesNotContain("4242424242424242");
        TestBroker.awaitEnd(confirmed);
    }

    @Test
    void asksAgainWhereNothingWasDecided() {
        publish("data-deletion-requested");
        var found = complete("find-person-data", Map.of("found", false));
        completeTheUserTaskAfter(found, Map.of());
        var empty = complete("match-person", Map.of("taken", false, "problem", "Say what you found"));

        completeTheUserTaskAfter(empty, Map.of("decision", "nothing"));
        var match = complete("match-person", taken());

        assertThat(match.getVariablesAsMap())
                .containsEntry("decision", "nothing")
                .containsEntry("problem", "Say what you found");
        complete("erase-person-data", Map.of("settle", "PT0S"));
        TestBroker.awaitEnd(complete("confirm-deletion", Map.of("confirmed", true)));
    }

    private static Map<String, Object> taken() {
        var taken = new HashMap<String, Object>();
        taken.put("taken", true);
        taken.put("problem", null);
        return taken;
    }

    @Test
    void startsOnceHoweverOftenItIsTold() {
        publish("data-deletion-requested");
        publish("data-deletion-requested");

        complete("find-person-data", Map.of("found", true));
        complete("erase-person-data", Map.of("settle", "PT0S"));
        TestBroker.awaitEnd(complete("confirm-deletion", Map.of("confirmed", true)));

        assertThat(jobs(code, "find-person-data")).isEmpty();
    }

    @Test
    void startsAgainWhereItWasLostAndNowhereElse() {
        publish("data-deletion-requested");
        var lost = complete("find-person-data", Map.of("found", false));
        publishAgain();
        CLIENT.newCancelInstanceCommand(lost.getProcessInstanceKey()).send().join();
        TestBroker.awaitEnd(lost);
        assertThat(jobs(code, "find-person-data")).as("while it ran").isEmpty();

        publishAgain();
        complete("find-person-data", Map.of("found", true));
        complete("erase-person-data", Map.of("settle", "PT0S"));

        TestBroker.awaitEnd(complete("confirm-deletion", Map.of("confirmed", true)));
        assertThat(jobs(code, "find-person-data")).isEmpty();
    }

    /** As a deletion that is not finished does after an hour. */
    private void publishAgain() {
        CLIENT.newPublishMessageCommand()
                .messageName("data-deletion-requested")
                .correlationKey(code)
                .messageId(code + ":AGAIN")
                .timeToLive(Duration.ZERO)
                .variables(Map.of("code", code))
                .send()
                .join();
    }

    private void publish(String name) {
        try {
            CLIENT.newPublishMessageCommand()
                    .messageName(name)
                    .correlationKey(code)
                    .messageId(code + ":" + name)
                    .timeToLive(PATIENCE)
                    .variables(Map.of("code", code))
                    .send()
                    .join();
        } catch (ClientStatusException repeated) {
            assertThat(repeated.getStatusCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
        }
    }

    /** Without a secondary storage nobody can search for tasks; its key is one of the next that the engine gave. */
    private static void completeTheUserTaskAfter(ActivatedJob job, Map<String, Object> variables) {
        await().atMost(PATIENCE)
                .until(() -> LongStream.range(job.getKey() + 1, job.getKey() + 40)
                        .anyMatch(key -> isCompleted(key, variables)));
    }

    private static boolean isCompleted(long key, Map<String, Object> variables) {
        try {
            CLIENT.newCompleteUserTaskCommand(key).variables(variables).send().join();
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.code()).isEqualTo(NOT_FOUND);
            return false;
        }
    }

    private ActivatedJob complete(String task, Map<String, Object> variables) {
        try {
            var job = Objects.requireNonNull(
                    jobs(code, task).poll(PATIENCE.toSeconds(), TimeUnit.SECONDS),
                    () -> "Expected a job " + task + ", but none came");
            CLIENT.newCompleteCommand(job).variables(variables).send().join();
            return job;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static BlockingQueue<ActivatedJob> jobs(String code, String task) {
        return JOBS.computeIfAbsent(code + task, _ -> new LinkedBlockingQueue<>());
    }
}
