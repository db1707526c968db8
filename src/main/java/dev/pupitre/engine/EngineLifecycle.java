package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Waits for the engine, deploys the models and opens the workers, beside the application's own start: webhooks are
 * taken from the first moment on, with or without an engine.
 */
@Component
class EngineLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EngineLifecycle.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final CamundaClient client;
    private final StartDeployment deployment;
    private final TaskWorkers workers;
    private final EngineStatus status;
    private final ApplicationEventPublisher events;
    private volatile boolean running;
    private Thread starter = Thread.ofVirtual().unstarted(() -> {});

    EngineLifecycle(
            CamundaClient client,
            StartDeployment deployment,
            TaskWorkers workers,
            EngineStatus status,
            ApplicationEventPublisher events) {
        this.client = client;
        this.deployment = deployment;
        this.workers = workers;
        this.status = status;
        this.events = events;
    }

    @Override
    public void start() {
        running = true;
        starter = Thread.ofVirtual().name("engine-start").start(this::connect);
    }

    @Override
    public void stop() {
        running = false;
        starter.interrupt();
        workers.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void connect() {
        try {
            while (running && !status.isReady()) {
                if (!deploy()) {
                    Thread.sleep(BETWEEN_TRIES);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean deploy() {
        try {
            client.newTopologyRequest().send().join();
            deployment.deploy();
        } catch (ClientException notYet) {
            if (!running || PassingFailures.include(notYet)) {
                LOG.debug("The engine is not ready", notYet);
            } else {
                LOG.error("Expected the engine to take the models, but it refused them", notYet);
            }
            return false;
        } catch (EngineUnavailable notYet) {
            LOG.debug("The engine is not ready for the tables", notYet);
            return false;
        } catch (DataAccessException away) {
            LOG.warn("The tables cannot be given to the engine, as the store does not answer: {}", away.getMessage());
            return false;
        } catch (RuntimeException unexpected) {
            LOG.error("Expected the tables to be given to the engine, but they were not", unexpected);
            return false;
        }
        workers.open();
        status.becomeReady();
        events.publishEvent(new EngineReady());
        return true;
    }
}
