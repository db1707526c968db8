package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.pupitre.kernel.ConversationId;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class EngineIT {
    record Input(ConversationId conversationId, int number) {}

    record Output(int doubled) {}

    private final CamundaClient client = TestBroker.client();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EngineProperties properties =
            new EngineProperties(null, Duration.ofSeconds(10), 3, 64, 32, Duration.ofSeconds(30), Duration.ofMillis(1));
    private final String task = "test-" + UUID.randomUUID();
    private final List<JobWorker> workers = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeWorkers() {
        workers.forEach(JobWorker::close);
    }

    @Test
    void takesARepeatedMessageForDone() {
        var status = new EngineStatus();
        var engine = new Engine(client, status, properties, meters);
        var message = new EngineMessage("nobody-waits", "k-1", "m-1", Duration.ofMinutes(1), Map.of());

        assertThatExceptionOfType(EngineUnavailable.class).isThrownBy(() -> engine.publish(message));
        status.becomeReady();

        assertThatCode(() -> {
                    engine.publish(message);
                    engine.publish(message);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void saysThatNobodyAnswersWhenTheEngineIsAway() {
        var status = new EngineStatus();
        status.becomeReady();
        try (var nowhere = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:1"))
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofMillis(200))
                .build()) {
            var engine = new Engine(nowhere, status, properties, meters);

            assertThatExceptionOfType(EngineUnavailable.class)
                    .isThrownBy(() -> engine.publish(
                            new EngineMessage("conversation-started", "k", "m", Duration.ofMinutes(1), Map.of())))
                    .withMessageContaining("conversation-started");
        }
        assertThat(meters.counter("pupitre.engine.publish.refused").count()).isEqualTo(4);
    }

    @Test
    void givesAWorkerItsVariablesAndTakesItsOutput() {
        work(input -> new Output(input.number() * 2));

        assertThat(run(3)).containsEntry("doubled", 6).containsEntry("conversationId", "c-1");
    }

    @Test
    void leadsAnErrorOfTheModelToItsEvent() {
        work(input -> {
            throw new BpmnError("TOO_MANY", "Expected fewer than " + input.number());
        });

        assertThat(run(3)).containsEntry("caught", true);
    }

    @Test
    void triesAFailedJobAgain() {
        var attempts = new CopyOnWriteArrayList<Integer>();
        work(input -> {
            attempts.add(input.number());
            if (attempts.size() < 3) {
                throw new IllegalStateException("not yet");
            }
            return new Output(attempts.size());
        });

        assertThat(run(3)).containsEntry("doubled", 3);
        assertThat(meters.find("pupitre.engine.jobs.exhausted").counter()).isNull();
    }

    @Test
    void countsAndLogsAJobThatRunsOutOfRetries(CapturedOutput output) {
        work(input -> {
            throw new IllegalStateException("always");
        });

        var instance = create(3);

        await().atMost(TestBroker.PATIENCE)
                .untilAsserted(() -> assertThat(meters.counter("pupitre.engine.jobs.exhausted", "type", task)
                                .count())
                        .isEqualTo(1));
        await().untilAsserted(() ->
                assertThat(output).contains("conversation c-1, process instance " + instance, "has no retries left"));
    }

    private void work(Function<Input, Output> handler) {
        var worker = new TaskWorker<Input, Output>() {
            @Override
            public String taskType() {
                return task;
            }

            @Override
            public Class<Input> inputType() {
                return Input.class;
            }

            @Override
            public Output handle(Input input) {
                return handler.apply(input);
            }
        };
        workers.add(client.newWorker()
                .jobType(task)
                .handler(new TaskJobHandler<>(worker, new JobFailures(properties, meters, _ -> {})))
                .fetchVariables("conversationId", "number")
                .streamEnabled(true)
                .open());
        deploy();
    }

    private void deploy() {
        var model = Bpmn.createExecutableProcess(task)
                .startEvent()
                .serviceTask("work", builder -> builder.zeebeJobType(task).zeebeJobRetries("3"))
                .endEvent()
                .moveToActivity("work")
                .boundaryEvent("error", event -> event.error("TOO_MANY").zeebeOutputExpression("true", "caught"))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(model, task + ".bpmn")
                .send()
                .join();
    }

    private Map<String, Object> run(int number) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(task)
                .latestVersion()
                .variables(Map.of("conversationId", "c-1", "number", number))
                .withResult()
                .requestTimeout(TestBroker.PATIENCE)
                .send()
                .join()
                .getVariablesAsMap();
    }

    private long create(int number) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(task)
                .latestVersion()
                .variables(Map.of("conversationId", "c-1", "number", number))
                .send()
                .join()
                .getProcessInstanceKey();
    }
}
