package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import org.camunda.dmn.DmnEngine;
import org.springframework.stereotype.Component;

/** Gives one table to the engine, for all processes at once: those that run, too, decide by it from then on. */
@Component
public class TableDeployment {
    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final CamundaClient client;

    TableDeployment(CamundaClient client) {
        this.client = client;
    }

    /**
     * Answers which number the engine counts the table by. One that is the engine's newest already keeps its number.
     *
     * @throws TableRefused when the engine cannot work with it; then nothing has changed
     * @throws EngineUnavailable when the engine does not answer: it may have taken the table, or not
     * @see <a href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#deployresource-rpc">DeployResource</a>
     */
    public int deploy(String decisionId, String dmn) {
        try {
            return client
                    .newDeployResourceCommand()
                    .addResourceBytes(dmn.getBytes(UTF_8), "dmn/" + decisionId + ".dmn")
                    .send()
                    .join()
                    .getDecisions()
                    .stream()
                    .filter(decision -> decision.getDmnDecisionId().equals(decisionId))
                    .findFirst()
                    .orElseThrow(() -> new TableRefused("Expected a table for the decision " + decisionId, null))
                    .getVersion();
        } catch (ClientStatusException refusal) {
            if (refusal.getStatusCode() == Status.Code.INVALID_ARGUMENT) {
                throw new TableRefused(
                        Objects.requireNonNullElse(refusal.getStatus().getDescription(), refusal.toString()), refusal);
            }
            throw unavailable(decisionId, refusal);
        } catch (ClientException unknown) {
            throw unavailable(decisionId, unknown);
        }
    }

    /**
     * Reads the table as the engine does, without asking it.
     *
     * @throws TableRefused with what the engine would say
     */
    public void demandReadable(String dmn) {
        var _ = LoadedTable.parse(engine, new ByteArrayInputStream(dmn.getBytes(UTF_8)));
    }

    private static EngineUnavailable unavailable(String decisionId, Throwable cause) {
        return new EngineUnavailable(
                "Expected the engine to take the table %s, but it did not".formatted(decisionId), cause);
    }
}
