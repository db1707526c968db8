package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A planned change of a table on the real broker, with the test in the place of the workers. */
class TableDeploymentProcessIT {
    private static final Duration PATIENCE = TestBroker.PATIENCE;
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final CamundaClient CLIENT = TestBroker.client();
    private static final Map<String, BlockingQueue<ActivatedJob>> JOBS = new ConcurrentHashMap<>();

    /** Before the names of a copy that waits for seconds where the model waits for minutes. */
    private static final String HASTY = "hasty-";

    private final String plan = UUID.randomUUID().toString();

    @BeforeAll
    static void takeTheJobs() {
        PackagedModels.deploy(CLIENT);
        CLIENT.newDeployResourceCommand()
                .addResourceStringUtf8(
                        new String(ModelCopy.of("table-deployment", HASTY), UTF_8).replace(">PT5M<", ">PT2S<"),
                        "hasty-table-deployment.bpmn")
                .send()
                .join();
        Stream.of("take-approval", "deploy-table", HASTY + "take-approval", HASTY + "deploy-table")
                .forEach(task -> CLIENT.newWorker()
                        .jobType(task)
                        .handler((_, job) -> jobs(String.valueOf(job.getVariable("deploymentId")), task)
                                .add(job))
                        .timeout(PATIENCE)
                        .open());
    }

    @Test
    void waitsForItsTime() {
        var at = Instant.now().plusSeconds(4);
        planned(false, at);

        var deploying = next("deploy-table");

        assertThat(Instant.now()).isAfterOrEqualTo(at);
        assertThat(deploying.getVariablesAsMap()).containsOnlyKeys("deploymentId", "table", "approval", "at");
        TestBroker.awaitEnd(complete(deploying, Map.of()));
    }

    @Test
    void deploysAtOnceWhatSomebodyApprovesAfterItsTime() {
        planned(true, Instant.now());
        assertThat(within(A_WHILE, "deploy-table")).isNull();

        publish("table-change-decided");
        complete(next("take-approval"), answer(true, null));

        TestBroker.awaitEnd(complete(next("deploy-table"), Map.of()));
    }

    @Test
    void endsWithoutDeployingWhatWasRefused() {
        planned(true, Instant.now());

        publish("table-change-decided");
        TestBroker.awaitEnd(complete(next("take-approval"), answer(false, null)));

        assertThat(jobs(plan, "deploy-table")).isEmpty();
    }

    @Test
    void takesWhatSomebodyEntersInTasklistAndAsksAgainWhileNothingIsDecided() {
        planned(true, Instant.now());
        var first = completeTheUserTask(Map.of("decision", "approve"));
        complete(first, answer(null, "Approve it in Pupitre"));

        var second = completeTheUserTask(Map.of("decision", "refuse", "comment", "Too early"));

        assertThat(first.getVariablesAsMap()).containsEntry("decision", "approve");
        assertThat(second.getVariablesAsMap())
                .containsEntry("decision", "refuse")
                .containsEntry("comment", "Too early")
                .containsEntry("problem", "Approve it in Pupitre");
        TestBroker.awaitEnd(complete(second, answer(false, null)));
    }

    @Test
    void endsWhereTheTableIsKeptBack() {
        planned(false, Instant.now());
        var deploying = next("deploy-table");

        CLIENT.newThrowErrorCommand(deploying)
                .errorCode("TABLE_NOT_DEPLOYED")
                .send()
                .join();

        TestBroker.awaitEnd(deploying);
    }

    @Test
    void startsOnceHoweverOftenItIsTold() {
        planned(false, Instant.now());
        publish("table-deployment-planned", false, Instant.now(), Duration.ZERO);
        var deploying = next("deploy-table");
        publish("table-deployment-planned", false, Instant.now(), Duration.ZERO);

        TestBroker.awaitEnd(complete(deploying, Map.of()));

        assertThat(within(A_WHILE, "deploy-table")).isNull();
    }

    @Test
    void forgetsATimeThatWasCancelled() {
        planned(false, Instant.now().plusSeconds(4));

        publish("table-deployment-cancelled");

        assertThat(within(Duration.ofSeconds(7), "deploy-table")).isNull();
    }

    @Test
    void givesOutAnewWhatWasTriedInVain() {
        publish(HASTY + "table-deployment-planned", true, Instant.now(), PATIENCE);
        publish(HASTY + "table-change-decided");
        failForGood(next(HASTY + "take-approval"));
        complete(next(HASTY + "take-approval"), answer(true, null));
        var first = failForGood(next(HASTY + "deploy-table"));

        var second = next(HASTY + "deploy-table");

        assertThat(second.getKey()).isNotEqualTo(first.getKey());
        assertThat(second.getRetries()).isEqualTo(8);
        assertThat(second.getProcessInstanceKey()).isEqualTo(first.getProcessInstanceKey());
        TestBroker.awaitEnd(complete(second, Map.of()));
    }

    private static ActivatedJob failForGood(ActivatedJob job) {
        CLIENT.newFailCommand(job)
                .retries(0)
                .errorMessage("The store is away")
                .send()
                .join();
        return job;
    }

    private void planned(boolean approval, Instant at) {
        publish("table-deployment-planned", approval, at, PATIENCE);
    }

    private void publish(String name) {
        publish(name, false, Instant.now(), PATIENCE);
    }

    private void publish(String name, boolean approval, Instant at, Duration timeToLive) {
        CLIENT.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(plan)
                .timeToLive(timeToLive)
                .variables(Map.of("deploymentId", plan, "table", "routing", "approval", approval, "at", at.toString()))
                .send()
                .join();
    }

    /** Without a secondary storage nobody can search for tasks; its key is one of the next that the engine gave. */
    private ActivatedJob completeTheUserTask(Map<String, Object> variables) {
        var marker = CLIENT.newPublishMessageCommand()
                .messageName("marker")
                .correlationKey(plan)
                .timeToLive(Duration.ZERO)
                .send()
                .join()
                .getMessageKey();
        await().atMost(PATIENCE).until(() -> TestBroker.completeUserTaskBefore(marker, variables));
        return next("take-approval");
    }

    private static Map<String, Object> answer(@Nullable Boolean approved, @Nullable String problem) {
        var answer = new HashMap<String, Object>();
        answer.put("approved", approved);
        answer.put("problem", problem);
        return answer;
    }

    private static ActivatedJob complete(ActivatedJob job, Map<String, Object> variables) {
        CLIENT.newCompleteCommand(job).variables(variables).send().join();
        return job;
    }

    private ActivatedJob next(String task) {
        return Objects.requireNonNull(within(PATIENCE, task), () -> "Expected a job " + task + ", but none came");
    }

    private @Nullable ActivatedJob within(Duration time, String task) {
        try {
            return jobs(plan, task).poll(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static BlockingQueue<ActivatedJob> jobs(String plan, String task) {
        return JOBS.computeIfAbsent(plan + task, _ -> new LinkedBlockingQueue<>());
    }
}
