package dev.pupitre.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.WebAlone;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.client.RestClient;

/** The sandbox speaks the Graph API well enough for the real client. */
@SpringBootTest(
        classes = GraphSandboxContractTests.SandboxAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "pupitre.sandbox.redelivery.give-up-after=1ms")
@ActiveProfiles("local")
class GraphSandboxContractTests extends GraphContract {
    /** Not a component, so that no other test's scan finds it. */
    @WebAlone
    @ComponentScan({"dev.pupitre.kernel", "dev.pupitre.sandbox"})
    @ConfigurationPropertiesScan("dev.pupitre.sandbox")
    static class SandboxAlone {}

    private final String sandbox;
    private final RestClient control;

    GraphSandboxContractTests(@LocalServerPort int port) {
        sandbox = "http://localhost:%d/sandbox".formatted(port);
        control = RestClient.create(sandbox + "/api");
    }

    @BeforeEach
    void startAnew() {
        control.delete().retrieve().toBodilessEntity();
    }

    @Override
    URI address() {
        return URI.create(sandbox + "/graph");
    }

    @Override
    void failNextSend(int code, int subcode) {
        Map<String, Object> fault = new HashMap<>(Map.of("calls", 1));
        if (code == 0) {
            fault.put("drop", true);
        } else {
            fault.put("code", code);
        }
        if (subcode != 0) {
            fault.put("subcode", subcode);
        }
        var answer = control.put()
                .uri("/faults")
                .contentType(MediaType.APPLICATION_JSON)
                .body(fault)
                .retrieve()
                .toBodilessEntity();
        assertThat(answer.getStatusCode().value()).isEqualTo(204);
    }
}
