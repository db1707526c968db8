package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {

    @TempDir
    Path directory;

    @Test
    void isTakenOverFromAKilledRunAndEndsWithTheNext() throws Exception {
        URI address = runUntilReadyThenKill();

        LocalBroker broker = new LocalBroker(BrokerRun.in(directory));
        long left = broker.pid().orElseThrow();
        broker.start();
        assertThat(broker.grpc()).isEqualTo(address);
        try (CamundaClient client = client(address)) {
            awaitAnswer(client);
        }
        assertThat(broker.pid()).contains(left);

        broker.close();
        assertThat(ProcessHandle.of(left)).isNotPresent();
    }

    @Test
    void isStartedAgainWithItsDataWhenItDies() throws Exception {
        try (LocalBroker broker = new LocalBroker(BrokerRun.in(directory));
                CamundaClient client = client(broker.grpc())) {
            broker.start();
            awaitAnswer(client);
            deploy(client);

            long first = broker.pid().orElseThrow();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await().until(() -> broker.pid().filter(pid -> pid != first).isPresent());
            awaitAnswer(client);

            assertThat(client.newCreateInstanceCommand()
                            .bpmnProcessId("kept")
                            .latestVersion()
                            .send()
                            .join()
                            .getVersion())
                    .isEqualTo(1);
        }
    }

    private URI runUntilReadyThenKill() throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerRun.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = run.inputReader()) {
            URI address = output.lines()
                    .filter(line -> line.startsWith("http://"))
                    .findFirst()
                    .map(URI::create)
                    .orElseThrow();
            try (CamundaClient client = client(address)) {
                awaitAnswer(client);
            }
            return address;
        } finally {
            run.destroyForcibly().waitFor();
        }
    }

    private static CamundaClient client(URI address) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(address)
                .preferRestOverGrpc(false)
                .build();
    }

    private static void awaitAnswer(CamundaClient client) {
        await().ignoreExceptionsInstanceOf(ClientException.class)
                .untilAsserted(() -> assertThat(
                                client.newTopologyRequest().send().join().getBrokers())
                        .flatExtracting(node -> node.getPartitions())
                        .isNotEmpty());
    }

    private static void deploy(CamundaClient client) {
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("kept")
                                .startEvent()
                                .endEvent()
                                .done(),
                        "kept.bpmn")
                .send()
                .join();
    }
}
