package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.Topology;
import io.grpc.Status;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the engine does, for who wants to know why a process does not move. */
@Component
public class EngineState {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CamundaClient client;
    private final EngineStatus status;
    private final TaskWorkers workers;

    /**
     * A table that cannot be evaluated.
     *
     * @param version as the engine counts it; null where there is no such table
     * @param message what the engine says of it
     */
    public record BrokenTable(String decisionId, @Nullable Integer version, String message) {}

    EngineState(CamundaClient client, EngineStatus status, TaskWorkers workers) {
        this.client = client;
        this.status = status;
        this.workers = workers;
    }

    /** Why no process can move at present; empty when the engine answers, and each part of it is led by a broker. */
    public Optional<String> outage() {
        try {
            var topology =
                    client.newTopologyRequest().requestTimeout(PATIENCE).send().join();
            if (!isWhole(topology)) {
                return Optional.of("A part of the engine has no broker that works");
            }
            return status.isReady() ? Optional.empty() : Optional.of("The models are not deployed yet");
        } catch (ClientException failure) {
            return Optional.of("The engine does not answer");
        }
    }

    private static boolean isWhole(Topology topology) {
        return IntStream.rangeClosed(1, topology.getPartitionsCount())
                .allMatch(partition -> topology.getBrokers().stream()
                        .flatMap(broker -> broker.getPartitions().stream())
                        .anyMatch(found -> found.getPartitionId() == partition
                                && found.isLeader()
                                && found.getHealth() != PartitionBrokerHealth.DEAD));
    }

    /** The first of these kinds of job that nobody here works on: this node's workers for it are not open. */
    public Optional<String> unattended(Collection<String> taskTypes) {
        return taskTypes.stream().filter(type -> !workers.isOpen(type)).findFirst();
    }

    /** Whether this process instance has ended, or was cancelled. Nothing of it is changed. */
    public boolean isGone(long processInstance) {
        try {
            client.newSetVariablesCommand(processInstance)
                    .variables(Map.of())
                    .requestTimeout(PATIENCE)
                    .send()
                    .join();
            return false;
        } catch (ClientStatusException refused) {
            return refused.getStatusCode() == Status.Code.NOT_FOUND;
        } catch (ClientException unknown) {
            return false;
        }
    }

    /** Has the engine evaluate its newest version of a table with these facts; empty when that goes well. */
    public Optional<BrokenTable> tryTable(String decisionId, Object facts) {
        try {
            var answer = client.newEvaluateDecisionCommand()
                    .decisionId(decisionId)
                    .variables(facts)
                    .requestTimeout(PATIENCE)
                    .send()
                    .join();
            return answer.getFailureMessage() == null
                            || answer.getFailureMessage().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BrokenTable(decisionId, answer.getDecisionVersion(), answer.getFailureMessage()));
        } catch (ClientStatusException refused) {
            return PassingFailures.include(refused)
                    ? Optional.empty()
                    : Optional.of(new BrokenTable(
                            decisionId,
                            null,
                            refused.getStatus().getDescription() == null
                                    ? refused.toString()
                                    : refused.getStatus().getDescription()));
        } catch (ClientException unknown) {
            return Optional.empty();
        }
    }
}
