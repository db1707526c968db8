package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How the real engine takes, counts and refuses a table. */
class TableDeploymentIT {
    private static final String TABLE = "table-deployment";

    private final TableDeployment deployment = new TableDeployment(TestBroker.client());

    @Test
    void countsEachChangeAndKnowsATableThatItHasAlready() {
        var first = deployment.deploy(TABLE, named("First"));

        assertThat(deployment.deploy(TABLE, named("First"))).isEqualTo(first);
        assertThat(deployment.deploy(TABLE, named("Second"))).isEqualTo(first + 1);
        assertThat(deployment.deploy(TABLE, named("First"))).isEqualTo(first + 2);
    }

    @Test
    void tellsWhyTheEngineRefusesATable() {
        var broken = named("Broken").replace("<text>true</text>", "<text>if then</text>");

        assertThatExceptionOfType(TableRefused.class)
                .isThrownBy(() -> deployment.deploy(TABLE, broken))
                .withMessageContaining("if then");
        assertThatExceptionOfType(TableRefused.class)
                .isThrownBy(() -> deployment.demandReadable(broken))
                .withMessageContaining("if then");
    }

    @Test
    void saysThatTheEngineIsAway() throws IOException {
        try (var client = CamundaClient.newClientBuilder()
                .grpcAddress(nobody())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(1))
                .build()) {
            assertThatExceptionOfType(EngineUnavailable.class)
                    .isThrownBy(() -> new TableDeployment(client).deploy(TABLE, named("Away")));
        }
    }

    private static URI nobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static String named(String name) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="table-deployment-model" name="%s" namespace="https://pupitre.dev/dmn">
                  <decision id="table-deployment" name="%s">
                    <decisionTable id="table" hitPolicy="FIRST">
                      <input id="input"><inputExpression id="expression" typeRef="string"><text>text</text></inputExpression></input>
                      <output id="output" name="open" typeRef="boolean" />
                      <rule id="row">
                        <inputEntry id="asked"><text>-</text></inputEntry>
                        <outputEntry id="said"><text>true</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(name, name);
    }
}
