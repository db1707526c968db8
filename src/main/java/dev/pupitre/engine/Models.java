package dev.pupitre.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.DeploymentEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that come with this version: {@code bpmn/}, with the forms of its user tasks, and {@code dmn/}.
 *
 * <p>Each file is a deployment of its own. The engine takes an unchanged file for what it is and makes no new version
 * of it, but in one deployment with a changed file it would make a new version of all.
 */
@Component
class Models {
    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final CamundaClient client;

    Models(CamundaClient client) {
        this.client = client;
    }

    /**
     * Answers which version of each decision the engine has.
     *
     * @param except the tables of these decisions are somebody else's to deploy
     */
    Map<String, Integer> deployTables(Set<String> except) {
        var decisions = new HashMap<String, Integer>();
        for (var table : files("dmn/*.dmn")) {
            if (!except.contains(String.valueOf(table.getFilename()).replace(".dmn", ""))) {
                deploy("dmn/", table)
                        .getDecisions()
                        .forEach(decision -> decisions.put(decision.getDmnDecisionId(), decision.getVersion()));
            }
        }
        return decisions;
    }

    /** Answers which version of each process the engine has. */
    Map<String, Integer> deployProcesses() {
        var processes = new HashMap<String, Integer>();
        files("bpmn/*.form").forEach(form -> deploy("bpmn/", form));
        files("bpmn/*.bpmn")
                .forEach(model -> deploy("bpmn/", model)
                        .getProcesses()
                        .forEach(process -> processes.put(process.getBpmnProcessId(), process.getVersion())));
        return processes;
    }

    private static List<Resource> files(String pattern) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static UncheckedIOException unreadable(IOException failure) {
        return new UncheckedIOException("Expected readable models in bpmn/ and dmn/", failure);
    }

    private DeploymentEvent deploy(String folder, Resource resource) {
        var deployment = client.newDeployResourceCommand()
                .addResourceBytes(contentOf(resource), folder + resource.getFilename())
                .send()
                .join();
        versions(deployment).forEach(version -> LOG.info("The engine has {}", version));
        return deployment;
    }

    private static byte[] contentOf(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static Stream<String> versions(DeploymentEvent deployment) {
        return Stream.concat(
                deployment.getProcesses().stream()
                        .map(process -> "process " + process.getBpmnProcessId() + " version " + process.getVersion()),
                deployment.getDecisions().stream()
                        .map(decision ->
                                "decision " + decision.getDmnDecisionId() + " version " + decision.getVersion()));
    }
}
