package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Says in {@code /actuator/health} whether the engine answers; the bean's name makes the part's there. */
@Component("engineHealthIndicator")
class EngineHealthIndicator extends AbstractHealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CamundaClient client;
    private final EngineStatus status;

    EngineHealthIndicator(CamundaClient client, EngineStatus status) {
        this.client = client;
        this.status = status;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        try {
            var topology =
                    client.newTopologyRequest().requestTimeout(PATIENCE).send().join();
            builder.status(status.isReady() ? "UP" : "OUT_OF_SERVICE")
                    .withDetail("gateway", topology.getGatewayVersion())
                    .withDetail("partitions", topology.getPartitionsCount())
                    .withDetail("modelsDeployed", status.isReady());
        } catch (ClientException failure) {
            builder.down().withDetail("reason", "The engine does not answer");
        }
    }
}
