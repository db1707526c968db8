package dev.pupitre.engine;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** One real broker for all tests of this room that do not kill it. */
final class TestBroker {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final class Running {
        static final CamundaClient CLIENT = start();
    }

    private TestBroker() {}

    static CamundaClient client() {
        return Running.CLIENT;
    }

    private static CamundaClient start() {
        var broker = new LocalBroker(BrokerRun.in(Path.of("target", "stories", "engine-" + UUID.randomUUID())));
        var client = CamundaClient.newClientBuilder()
                .grpcAddress(broker.grpc())
                .preferRestOverGrpc(false)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(client, broker)));
        broker.start();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> client.newTopologyRequest().send().join().getBrokers().stream()
                        .anyMatch(found -> !found.getPartitions().isEmpty()));
        return client;
    }

    private static void stop(CamundaClient client, LocalBroker broker) {
        client.close();
        try {
            broker.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
