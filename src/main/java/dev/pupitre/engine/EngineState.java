package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.Topology;
import io.grpc.Status;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the engine does, for who wants to know why a process does not move. */
@Component
public class EngineState {
    private final CamundaClient client;
    private final EngineStatus status;
    private final TaskWorkers workers;
    private final DecisionTables tables;

    /**
     * A table that cannot be evaluated.
     *
     * @param version null where there is no such table
     * @param message what the engine says of it
     */
    public record BrokenTable(String decisionId, @Nullable Integer version, String message) {}

    EngineState(CamundaClient client, EngineStatus status, TaskWorkers workers, DecisionTables tables) {
        this.client = client;
        this.status = status;
        this.workers = workers;
        this.tables = tables;
    }

    /** Why no process can move at present; empty when the engine answers, and each part of it is led by a broker. */
    public Optional<String> outage(Duration patience) {
        try {
            var topology =
                    client.newTopologyRequest().requestTimeout(patience).send().join();
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

    /**
     * Which of these process instances have ended, or were cancelled. All are asked about at once, and nothing of them
     * is changed.
     *
     * @throws EngineUnavailable when the engine does not answer about all of them in this time
     */
    public Set<Long> gone(Collection<Long> processInstances, Duration patience) {
        var asked = new LinkedHashMap<Long, CamundaFuture<?>>();
        processInstances.forEach(instance -> asked.put(
                instance,
                client.newSetVariablesCommand(instance)
                        .variables(Map.of())
                        .requestTimeout(patience)
                        .send()));
        var gone = new HashSet<Long>();
        asked.forEach((instance, answer) -> {
            try {
                answer.join();
            } catch (ClientStatusException refused) {
                if (refused.getStatusCode() != Status.Code.NOT_FOUND) {
                    throw silent(refused);
                }
                gone.add(instance);
            } catch (ClientException unknown) {
                throw silent(unknown);
            }
        });
        return gone;
    }

    private static EngineUnavailable silent(Throwable failure) {
        return new EngineUnavailable("Expected the engine to answer a question, but it did not", failure);
    }

    /**
     * Has the engine evaluate its newest version of a table with these facts; empty when that goes well.
     *
     * @throws EngineUnavailable when it does not do so in this time
     */
    public Optional<BrokenTable> tryTable(String decisionId, Object facts, Duration patience) {
        try {
            var answer = client.newEvaluateDecisionCommand()
                    .decisionId(decisionId)
                    .variables(facts)
                    .requestTimeout(patience)
                    .send()
                    .join();
            return answer.getFailureMessage() == null
                            || answer.getFailureMessage().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BrokenTable(
                            decisionId,
                            tables.versionOf(decisionId, answer.getDecisionVersion()),
                            answer.getFailureMessage()));
        } catch (ClientStatusException refused) {
            if (PassingFailures.include(refused)) {
                throw silent(refused);
            }
            var description = refused.getStatus().getDescription();
            return Optional.of(
                    new BrokenTable(decisionId, null, description == null ? refused.toString() : description));
        } catch (ClientException unknown) {
            throw silent(unknown);
        }
    }
}
