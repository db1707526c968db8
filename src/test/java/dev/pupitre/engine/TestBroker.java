package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.Backends;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.http.HttpStatus;

/** One real engine for all tests of this room that do not kill it: a container where Docker runs, else a local broker. */
final class TestBroker {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int KEYS_BACK = 60;

    private static final class Running {
        static final CamundaClient CLIENT = start();
    }

    private TestBroker() {}

    static CamundaClient client() {
        return Running.CLIENT;
    }

    /** Looks at the job's process instance without touching it: of one that is over, nothing can be set any more. */
    static void awaitEnd(ActivatedJob job) {
        await("end of process instance " + job.getProcessInstanceKey())
                .atMost(PATIENCE)
                .until(() -> isOver(job));
    }

    static boolean isOver(ActivatedJob job) {
        try {
            client().newSetVariablesCommand(job.getProcessInstanceKey())
                    .variables(Map.of())
                    .send()
                    .join();
            return false;
        } catch (ClientStatusException refused) {
            assertThat(refused.getStatusCode()).isEqualTo(Status.Code.NOT_FOUND);
            return true;
        }
    }

    /**
     * Completes the newest user task whose key is one of the last before this one, as Tasklist does. Without an exporter
     * nobody tells the keys of user tasks.
     */
    static boolean completeUserTaskBefore(long key, Map<String, Object> variables) {
        return LongStream.rangeClosed(1, KEYS_BACK).map(back -> key - back).anyMatch(task -> complete(task, variables));
    }

    private static boolean complete(long userTask, Map<String, Object> variables) {
        try {
            client().newCompleteUserTaskCommand(userTask)
                    .variables(variables)
                    .send()
                    .join();
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.code()).isEqualTo(HttpStatus.NOT_FOUND.value());
            return false;
        }
    }

    private static CamundaClient start() {
        var grpc = Backends.engine();
        var rest = Backends.engineRest();
        if (grpc.isEmpty()) {
            var broker = startLocally();
            grpc = Optional.of(broker.grpc());
            rest = Optional.of(broker.rest());
        }
        var client = CamundaClient.newClientBuilder()
                .grpcAddress(grpc.orElseThrow())
                .restAddress(rest.orElseThrow())
                .preferRestOverGrpc(false)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(client::close));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> client.newTopologyRequest().send().join().getBrokers().stream()
                        .anyMatch(found -> !found.getPartitions().isEmpty()));
        return client;
    }

    private static LocalBroker startLocally() {
        var broker = new LocalBroker(BrokerRun.in(Path.of("target", "stories", "engine-" + UUID.randomUUID())));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker)));
        broker.start();
        return broker;
    }

    private static void stop(LocalBroker broker) {
        try {
            broker.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
