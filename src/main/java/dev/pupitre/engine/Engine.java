package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/** Speaks to the processes: the rooms' way to tell a process instance what has happened. */
@Component
public class Engine {
    private final CamundaClient client;
    private final EngineStatus status;
    private final RetryTemplate retry;
    private final Semaphore underWay;
    private final Counter refused;
    private final MeterProvider<Counter> taken;

    Engine(CamundaClient client, EngineStatus status, EngineProperties properties, MeterRegistry meters) {
        this.client = client;
        this.status = status;
        this.underWay = new Semaphore(properties.maxPublishing());
        this.refused = Counter.builder("pupitre.engine.publish.refused")
                .description("Messages the engine refused at first because it was overloaded or away")
                .register(meters);
        this.taken = Counter.builder("pupitre.engine.publish.taken")
                .description("Messages the engine took, by their names in the models")
                .withRegistry(meters);
        this.retry = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(properties.publishRetries())
                .delay(Duration.ofMillis(25))
                .multiplier(2)
                .jitter(Duration.ofMillis(15))
                .maxDelay(Duration.ofSeconds(1))
                .predicate(PassingFailures::include)
                .build());
    }

    /**
     * Publishes a message; returns when the engine has it. A repeat of a message that the engine still keeps is taken
     * as done.
     *
     * @throws EngineUnavailable when the engine was overloaded or away for longer than the retries cover
     */
    public void publish(EngineMessage message) {
        if (!status.isReady()) {
            throw new EngineUnavailable("Expected an engine with the models deployed, but it is not ready yet");
        }
        underWay.acquireUninterruptibly();
        try {
            retry.execute(() -> send(message));
        } catch (RetryException exhausted) {
            var cause = exhausted.getCause();
            if (cause instanceof RuntimeException failure && !PassingFailures.include(failure)) {
                throw failure;
            }
            throw new EngineUnavailable("Expected the engine to take " + message.name() + ", but it did not", cause);
        } finally {
            underWay.release();
        }
    }

    private boolean send(EngineMessage message) {
        try {
            client.newPublishMessageCommand()
                    .messageName(message.name())
                    .correlationKey(message.correlationKey())
                    .messageId(message.messageId())
                    .timeToLive(message.timeToLive())
                    .variables(message.variables())
                    .send()
                    .join();
            taken.withTag("message", message.name()).increment();
            return true;
        } catch (ClientStatusException failure) {
            if (failure.getStatusCode() == Status.Code.ALREADY_EXISTS) {
                return false;
            }
            if (PassingFailures.include(failure)) {
                refused.increment();
            }
            throw failure;
        }
    }
}
