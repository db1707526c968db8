package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of the engine, over gRPC: job streaming needs it, and it is the cheaper way for many small commands. */
@Configuration
class EngineConfiguration {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    @Bean
    @ConditionalOnProperty("pupitre.engine.grpc-address")
    EngineAddress configuredAddress(@Value("${pupitre.engine.grpc-address}") URI address) {
        return () -> address;
    }

    /** Credentials for SaaS or a protected cluster are the client's own {@code CAMUNDA_*} environment variables. */
    @Bean(destroyMethod = "close")
    CamundaClient camundaClient(EngineAddress address, EngineProperties properties) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(address.grpc())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(properties.requestTimeout())
                .defaultJobTimeout(properties.jobTimeout())
                .defaultJobPollInterval(POLL_INTERVAL)
                .defaultJobWorkerMaxJobsActive(properties.maxJobsActive())
                .defaultJobWorkerStreamEnabled(true)
                .defaultJobWorkerName("pupitre")
                .jobHandlingExecutor(Executors.newVirtualThreadPerTaskExecutor(), true)
                .useDefaultRetryPolicy(true)
                .build();
    }
}
