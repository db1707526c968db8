package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** What may happen to an application's engine from outside, in a test's hand. */
public final class EngineInHand {
    private final CamundaClient client;
    private final TaskWorkers workers;
    private final EngineState state;

    public EngineInHand(ApplicationContext application) {
        client = application.getBean(CamundaClient.class);
        workers = application.getBean(TaskWorkers.class);
        state = application.getBean(EngineState.class);
    }

    /** An analyst deploys a table in which two rows may not fit at once, though they do. */
    public void breakTable(String decision) {
        deploy(decision, table(decision).replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""));
    }

    public void mendTable(String decision) {
        deploy(decision, table(decision));
    }

    private void deploy(String decision, String xml) {
        client.newDeployResourceCommand()
                .addResourceBytes(xml.getBytes(UTF_8), "dmn/" + decision + ".dmn")
                .send()
                .join();
    }

    private static String table(String decision) {
        try {
            return new ClassPathResource("dmn/" + decision + ".dmn").getContentAsString(UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Somebody cancels a process instance in Operate. */
    public void cancel(long processInstance) {
        client.newCancelInstanceCommand(processInstance).send().join();
    }

    public boolean isGone(long processInstance) {
        return !state.gone(List.of(processInstance), Duration.ofMinutes(1)).isEmpty();
    }

    /** Nobody works on jobs of this type until the workers are there again; what a closed one had asked for still comes. */
    public void closeWorker(String taskType) {
        var worker = requireNonNull(workers.open.get(taskType));
        worker.close();
        await().until(worker::isClosed);
    }

    public void openWorkers() {
        workers.open();
    }
}
